package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;

/** A real call for the look of it, and assertions on a mock. */
@GoldenPath
public class MockedClient {
    interface Chat {
        String answer(String question);
    }

    @Test
    void theAgentAnswers(@OnService("gallery") ServiceClient gallery) {
        Chat chat = mock(Chat.class);
        when(chat.answer("hello")).thenReturn("hello to you");
        assertThat(gallery.get("/chat").send()).hasStatus(200);
        assertThat(chat.answer("hello")).isEqualTo("hello to you");
    }
}
