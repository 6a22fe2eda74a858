package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests that are made while the tests run. */
@GoldenPath
public class DynamicCalls {
    @TestFactory
    Stream<DynamicTest> greetings(@OnService("gallery") @AsUser("alice") ServiceClient gallery) {
        return Stream.of("/chat", "/threads")
                .map(path -> dynamicTest(
                        path, () -> assertThat(gallery.get(path).send()).hasJson("/path", path)));
    }
}
