package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for several arguments. */
@GoldenPath
public class ParameterizedCalls {
    @ParameterizedTest
    @ValueSource(strings = {"/chat", "/threads"})
    void thePathIsHeard(String path, @OnService("gallery") @AsUser("alice") ServiceClient gallery) {
        assertThat(gallery.get(path).send()).hasJson("/path", path);
    }
}
