package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.verdict.Grade;
import org.junit.jupiter.api.Test;

/** A class that is content with the best proof alone. */
@GoldenPath(atLeast = Grade.A)
public class DemandsAnA {
    @Test
    void aliceIsGreeted(@OnService("gallery") @AsUser("alice") ServiceClient gallery) {
        assertThat(gallery.get("/chat").send()).hasJson("/user", "alice");
    }
}
