package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** A test with a limit, on a thread of its own. */
@GoldenPath
public class TimedOnAThreadOfItsOwn {
    @Test
    @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
    void aliceIsGreeted(@OnService("gallery") @AsUser("alice") ServiceClient gallery) {
        assertThat(gallery.get("/chat").send()).hasJson("/user", "alice");
    }
}
