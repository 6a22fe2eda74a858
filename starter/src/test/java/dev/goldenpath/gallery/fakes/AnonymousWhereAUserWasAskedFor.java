package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;

/** The user's authorization got lost on its way. */
@GoldenPath
public class AnonymousWhereAUserWasAskedFor {
    @Test
    void theUserIsGreeted(@OnService("gallery") @AsUser("lost") ServiceClient gallery) {
        assertThat(gallery.get("/chat").send()).hasStatus(200);
    }
}
