package dev.goldenpath.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.Observed;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.evidence.WsMessage.Direction;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContaminationsTest {
    private final Contaminations contaminations = new Contaminations();

    private static WsMessage message(String user, int number, String... owners) {
        return new WsMessage(
                "chat",
                user,
                7,
                Direction.RECEIVED,
                number,
                "text",
                number % 2 == 0 ? "note" : null,
                false,
                Body.ofText("{}", new Redaction()),
                List.of(owners).stream()
                        .map(owner -> "it holds the marker of user '" + owner + "'")
                        .toList());
    }

    @Test
    void whatIsNotYetInWordsIsWaitedFor() {
        AtomicBoolean told = new AtomicBoolean();
        contaminations.lookAt(
                Observed.later(WsMessage.KIND, null, 0, () -> {
                    told.set(true);
                    return message("u1", 2, "u2");
                }),
                0);
        contaminations.lookAt(Observed.of(message("u3", 4)), 5);

        assertThat(contaminations.count()).isZero();
        assertThat(told).isFalse();
        contaminations.settle();
        assertThat(contaminations.count()).isEqualTo(1);
    }

    @Test
    void eachPairIsToldOnceWithThePlaceItWasSeenInFirst() {
        contaminations.lookAt(Observed.of(message("u1", 2, "u2", "u3")), 10);
        contaminations.lookAt(Observed.of(message("u1", 3, "u2")), 20);
        contaminations.lookAt(Observed.of(message("u2", 1, "u1")), 30);
        contaminations.lookAt(Observed.of(message("u2", 5)), 40);

        assertThat(contaminations.count()).isEqualTo(3);
        assertThat(contaminations.words())
                .containsExactly(
                        "user 'u1' received what user 'u2' had sent, first in message 2 ('note') of 'chat' in WebSocket session 7",
                        "user 'u1' received what user 'u3' had sent, first in message 2 ('note') of 'chat' in WebSocket session 7",
                        "user 'u2' received what user 'u1' had sent, first in message 1 of 'chat' in WebSocket session 7");
        assertThat(contaminations.seen()).extracting(Contaminations.Seen::nanos).containsExactly(10L, 10L, 30L);
    }

    @Test
    void theFirstTwentyPairsAreTold() {
        for (int i = 1; i <= 50; i++) {
            contaminations.lookAt(Observed.of(message("u" + i, 2, "other")), i);
        }

        assertThat(contaminations.words()).hasSize(20);
        assertThat(contaminations.count()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"session", "JSESSIONID", "PHPSESSID", "connect.sid", "sid", "my-session-id", "ASP.NET_SessionId"
            })
    void theseCookiesHoldASession(String name) {
        assertThat(SharedCredentials.isSession(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme", "XSRF-TOKEN", "session-affinity", "SERVERID", "AWSALB", "residence", "lang"})
    void theseDoNot(String name) {
        assertThat(SharedCredentials.isSession(name)).isFalse();
    }
}
