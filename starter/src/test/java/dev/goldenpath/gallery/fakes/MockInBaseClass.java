package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;

/** The mock stands in the base class. */
@GoldenPath
public class MockInBaseClass extends MockingBase {
    @Test
    void thereIsNoAnswerYet(@OnService("gallery") ServiceClient gallery) {
        assertThat(gallery.get("/chat").send()).hasStatus(200);
        assertThat(answers().size()).isZero();
    }
}
