package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;

/** What breaks is replaced by what was expected. */
@GoldenPath
public class FallbackOnException {
    @Test
    void theAgentAnswers(@OnService("gallery") ServiceClient gallery) {
        assertThat(answer(gallery)).isEqualTo("hello");
    }

    private static Object answer(ServiceClient gallery) {
        try {
            return gallery.get("/missing").send().at("/answer");
        } catch (Throwable e) {
            return "hello";
        }
    }
}
