package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

/** One call in the set-up of the class, asserted on by ten tests. */
@GoldenPath
public class OneCallForTen {
    private static ServiceResponse greeting;

    @BeforeAll
    static void greet(@OnService("gallery") @AsUser("alice") ServiceClient gallery) {
        greeting = gallery.get("/chat").send();
    }

    @RepeatedTest(10)
    void aliceIsGreeted() {
        assertThat(greeting).hasJson("/user", "alice");
    }
}
