package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The mock library is named by a string alone. */
@GoldenPath
public class MockNamedByReflection {
    @Test
    void thereIsNoAnswerYet(@OnService("gallery") ServiceClient gallery) throws ReflectiveOperationException {
        List<?> answers = (List<?>) Class.forName("org.mockito.Mockito")
                .getMethod("mock", Class.class)
                .invoke(null, List.class);
        assertThat(gallery.get("/chat").send()).hasStatus(200);
        assertThat(answers.size()).isZero();
    }
}
