package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;

/** The usual thing. */
@GoldenPath
public class PlainCall {
    @Test
    void aliceIsGreeted(@OnService("gallery") @AsUser("alice") ServiceClient gallery) {
        assertThat(gallery.get("/chat").send()).hasStatus(200).hasJson("/user", "alice");
    }
}
