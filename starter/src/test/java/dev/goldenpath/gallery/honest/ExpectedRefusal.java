package dev.goldenpath.gallery.honest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;

/** A throwable that is caught to be looked at. */
@GoldenPath
public class ExpectedRefusal {
    @Test
    void nothingStandsThere(@OnService("gallery") @AsUser("alice") ServiceClient gallery) {
        Throwable thrown = catchThrowable(() -> gallery.get("/missing").send().at("/answer"));
        assertThat(thrown).hasMessageContaining("nothing stands at '/answer'");
    }
}
