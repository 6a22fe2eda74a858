package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SocketCookiesTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @Test
    void whatAHandshakeSetsTheNextOneOfItsUserSends() {
        try (Scene scene = new Scene(SERVER.url())) {
            ServiceSocket socket = scene.socket();
            SocketAttempt attempt = socket.attempt("/cookies");
            assertThat(attempt.headers("set-cookie"))
                    .containsExactly(
                            "session=s1; Path=/; Expires=Wed, 09 Jun 2100 10:18:14 GMT",
                            "theme=dark",
                            "other=x; Domain=elsewhere.example.com");

            assertThat(request(socket.connect("/request")))
                    .contains("Cookie: session=s1; theme=dark\r\n")
                    .doesNotContain("other");
            assertThat(request(socket.connecting("/request").cookie("own", "1").open()))
                    .contains("Cookie: session=s1; theme=dark; own=1\r\n");
        }
    }

    @Test
    void anotherUserHasCookiesOfItsOwn() {
        try (Scene scene = new Scene(SERVER.url())) {
            scene.socket().connect("/cookies");

            assertThat(request(scene.socketAsAlice().connect("/request"))).doesNotContain("Cookie:");
        }
    }

    private static String request(SocketSession session) {
        return session.reader().next(Duration.ofSeconds(10)).orElseThrow().text();
    }
}
