package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** The mock stands in a lambda. */
@GoldenPath
public class MockInLambda {
    private final Supplier<List<?>> answers = () -> Mockito.mock(List.class);

    @Test
    void thereIsNoAnswerYet(@OnService("gallery") ServiceClient gallery) {
        assertThat(gallery.get("/chat").send()).hasStatus(200);
        assertThat(answers.get().size()).isZero();
    }
}
