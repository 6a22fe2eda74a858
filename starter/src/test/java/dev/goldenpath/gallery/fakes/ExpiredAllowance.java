package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.policy.AllowFake;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** A fake that was allowed until last year. */
@GoldenPath
@AllowFake(what = "org.mockito", reason = "the agent is not there yet", until = "2025-12-31")
public class ExpiredAllowance {
    @Test
    void thereIsNoAnswerYet(@OnService("gallery") ServiceClient gallery) {
        assertThat(gallery.get("/chat").send()).hasStatus(200);
        assertThat(Mockito.mock(List.class).size()).isZero();
    }
}
