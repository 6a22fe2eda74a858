package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;

/** The service takes alice for somebody else. */
@GoldenPath
public class AnswerOfAnotherUser {
    @Test
    void aliceIsGreeted(@OnService("swapped") @AsUser("alice") ServiceClient swapped) {
        assertThat(swapped.get("/chat").send()).hasStatus(200);
    }
}
