package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tests in a class within a class. */
@GoldenPath
public class NestedCalls {
    private final ServiceClient gallery;

    NestedCalls(@OnService("gallery") @AsUser("alice") ServiceClient gallery) {
        this.gallery = gallery;
    }

    @Nested
    class Inside {
        @Test
        void aliceIsGreeted() {
            assertThat(gallery.get("/chat").send()).hasJson("/user", "alice");
        }
    }
}
