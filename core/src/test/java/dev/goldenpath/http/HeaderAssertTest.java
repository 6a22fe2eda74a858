package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HeaderAssertTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private Scene scene;
    private ServiceResponse response;

    @BeforeEach
    void callOnce() {
        scene = new Scene(SERVER.url());
        response = scene.client()
                .get("/answer")
                .query("type", "text/HTML; charset=utf-8")
                .query("h.X-Region", "eu")
                .query("h.X-Api-Key", "the-key")
                .query("h.Set-Cookie", "session=the-session; Path=/; HttpOnly")
                .send();
    }

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @Test
    void headersAndCookiesMayBeAsExpected() {
        assertThat(response)
                .hasHeader("x-region")
                .hasHeader("X-REGION", "eu")
                .doesNotHaveHeader("X-Powered-By")
                .hasContentType("text/html")
                .hasCookie("session")
                .hasCookie("session", "the-session")
                .doesNotHaveCookie("Session");
    }

    @Test
    void noSuchHeader() {
        assertThat(Headline.of(() -> assertThat(response).hasHeader("ETag")))
                .isEqualTo("Expected a header ETag, but there was none.");
    }

    @Test
    void aHeaderThatShouldNotBeThere() {
        assertThat(Headline.of(() -> assertThat(response).doesNotHaveHeader("X-Region")))
                .isEqualTo("Expected no header X-Region, but there was one: eu.");
        assertThat(Headline.of(() -> assertThat(response).doesNotHaveHeader("X-Api-Key")))
                .isEqualTo("Expected no header X-Api-Key, but there was one: ***.");
    }

    @Test
    void theValueOfASecretHeaderIsNotShown() {
        assertThatThrownBy(() -> assertThat(response).hasHeader("X-Api-Key", "another-key"))
                .hasMessageStartingWith("Expected header X-Api-Key: ***, but it was ***.\n")
                .hasMessageNotContaining("another-key");
    }

    @Test
    void anotherContentType() {
        assertThat(Headline.of(() -> assertThat(response).hasContentType("application/json")))
                .isEqualTo("Expected content type application/json, but it was text/HTML; charset=utf-8.");
    }

    @Test
    void noSuchCookie() {
        assertThat(Headline.of(() -> assertThat(response).hasCookie("theme")))
                .isEqualTo("Expected cookie theme, but the response sets only session.");
        ServiceResponse none = scene.client().get("/answer").send();
        assertThat(Headline.of(() -> assertThat(none).hasCookie("theme", "dark")))
                .isEqualTo("Expected cookie theme, but the response sets none.");
    }

    @Test
    void aCookieThatShouldNotBeThere() {
        assertThat(Headline.of(() -> assertThat(response).doesNotHaveCookie("session")))
                .isEqualTo("Expected no cookie session, but the response sets it.");
    }

    @Test
    void theValueOfACookieIsNotShown() {
        assertThatThrownBy(() -> assertThat(response).hasCookie("session", "another-session"))
                .hasMessageStartingWith(
                        "Expected cookie session with a certain value, but the response sets it to another.\n")
                .hasMessageNotContaining("another-session");
    }
}
