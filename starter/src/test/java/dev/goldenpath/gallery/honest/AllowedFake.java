package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.policy.AllowFake;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** A fake that its author has allowed for now. */
@GoldenPath
@AllowFake(what = "org.mockito", reason = "the clock of the pricing engine", until = "2099-12-31")
public class AllowedFake {
    @Test
    void aliceIsGreeted(@OnService("gallery") @AsUser("alice") ServiceClient gallery) {
        assertThat(Mockito.mock(List.class).size()).isZero();
        assertThat(gallery.get("/chat").send()).hasJson("/user", "alice");
    }
}
