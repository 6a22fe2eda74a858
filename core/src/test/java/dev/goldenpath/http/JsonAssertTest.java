package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.opentest4j.AssertionFailedError;

class JsonAssertTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private static final String THREAD = "{\"id\":\"t1\",\"size\":2,\"none\":null,\"a/b\":true,"
            + "\"login\":{\"password\":{\"old\":\"hunter2\"}},\"messages\":[{\"text\":\"hi\"},{\"text\":\"ho\"}]}";

    private Scene scene;
    private ServiceResponse thread;

    private record Message(String text) {}

    @BeforeEach
    void readThread() {
        scene = new Scene(SERVER.url());
        thread = answer(THREAD);
    }

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @Test
    void valuesMayBeAsExpected() {
        assertThat(thread)
                .hasJson("/id")
                .hasJson("/size", 2L)
                .hasJson("/a~1b", true)
                .hasJson("/messages/0", new Message("hi"))
                .hasJson("/messages", List.of(Map.of("text", "hi"), new Message("ho")))
                .hasJsonSatisfying(
                        "/messages/1",
                        Message.class,
                        message -> assertThat(message.text()).startsWith("h"))
                .doesNotHaveJson("/none")
                .doesNotHaveJson("/messages/2");
        assertThat(answer("7")).hasJson("", 7);
    }

    @Test
    void anotherValue() {
        assertThatThrownBy(() -> assertThat(thread).hasJson("/size", "2"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("Expected \"2\" at '/size' of the body, but it was 2.\n");
        assertThat(Headline.of(() -> assertThat(thread).hasJson("/messages/0", new Message("ho"))))
                .isEqualTo("Expected {\"text\":\"ho\"} at '/messages/0' of the body, but it was {\"text\":\"hi\"}.");
        assertThat(Headline.of(() -> assertThat(answer("7")).hasJson("", 8)))
                .isEqualTo("Expected 8 as the body, but it was 7.");
    }

    @Test
    void noValue() {
        assertThat(Headline.of(() -> assertThat(thread).hasJson("/title", "Groceries")))
                .isEqualTo("Expected \"Groceries\" at '/title' of the body, but nothing stands there.");
        assertThat(Headline.of(() -> assertThat(thread).hasJson("/none")))
                .isEqualTo("Expected a value at '/none' of the body, but nothing stands there.");
    }

    @Test
    void aValueThatShouldNotBeThere() {
        assertThat(Headline.of(() -> assertThat(thread).doesNotHaveJson("/id")))
                .isEqualTo("Expected nothing at '/id' of the body, but there was \"t1\".");
    }

    @Test
    void aBodyThatIsNotJsonHasNothingAndLacksNothing() {
        ServiceResponse page = answer("<html>");
        assertThat(Headline.of(() -> assertThat(page).hasJson("/id", 7)))
                .isEqualTo("Expected 7 at '/id' of the body, but that is not JSON, see line 1, column 1.");
        assertThat(Headline.of(() -> assertThat(page).doesNotHaveJson("/id")))
                .isEqualTo("Expected nothing at '/id' of the body, but that is not JSON, see line 1, column 1.");
    }

    @Test
    void aSecretFieldIsMaskedAtAnyDepth() {
        assertThat(Headline.of(() -> assertThat(thread).hasJson("/login/password/old", "hunter3")))
                .isEqualTo("Expected *** at '/login/password/old' of the body, but it was another.");
        assertThat(Headline.of(() -> assertThat(thread).doesNotHaveJson("/login")))
                .isEqualTo("Expected nothing at '/login' of the body, but there was {\"password\":\"***\"}.");
    }

    @Test
    void whatIsNotSatisfiedIsToldWithItsCause() {
        assertThatThrownBy(() -> assertThat(thread)
                        .hasJsonSatisfying(
                                "/messages/1",
                                Message.class,
                                message -> assertThat(message.text()).as("text").isEqualTo("hi")))
                .isInstanceOf(AssertionError.class)
                .hasCauseInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("""
                        Expected the Message at '/messages/1' of the body to satisfy the requirements.
                          mismatch:   [text]""" + " \n");
    }

    @Test
    void aValueOfAnotherType() {
        assertThat(Headline.of(() -> assertThat(thread).hasJsonSatisfying("/messages", Message.class, message -> {})))
                .startsWith("Expected a Message at '/messages' of the body, but that is no Message: ");
    }

    @Test
    void aPointerWithoutASlashIsTheTestsOwnMistake() {
        assertThatThrownBy(() -> assertThat(thread).doesNotHaveJson("id"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'id' is no JSON Pointer: it must start with a slash, as in '/id'.");
    }

    private ServiceResponse answer(String body) {
        return scene.client().get("/answer").query("body", body).send();
    }
}
