package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.UserSession;
import dev.goldenpath.environment.EventSettings;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.ProbeSettings;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.environment.Timeouts;
import dev.goldenpath.evidence.Redaction;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.impl.cookie.BasicClientCookie;
import org.junit.jupiter.api.Test;

class UserCookiesTest {
    private static final URI CHAT = URI.create("ws://127.0.0.1:8080/chat/ws");

    private final UserSession session = new UserSession();
    private final ClientContext context = context(session);

    @Test
    void theCookiesOfHttpCallsAreThere() {
        BasicClientCookie cookie = new BasicClientCookie("session", "s1");
        cookie.setDomain("127.0.0.1");
        cookie.setPath("/");
        session.get(BasicCookieStore.class, BasicCookieStore::new).addCookie(cookie);

        assertThat(UserCookies.header(context, CHAT)).contains("session=s1");
        assertThat(UserCookies.header(context, URI.create("ws://127.0.0.2/chat/ws")))
                .isEmpty();
    }

    @Test
    void aCookieIsForItsPathAndItsSafety() {
        UserCookies.keep(
                context,
                CHAT,
                List.of("a=1; Path=/chat", "b=2; Path=/other", "c=3; Path=/; Secure", "d=4; Max-Age=0", "=", ""));

        assertThat(UserCookies.header(context, CHAT)).contains("a=1");
        assertThat(UserCookies.header(context, URI.create("wss://127.0.0.1/"))).contains("c=3");
    }

    @Test
    void oneHeaderHoldsTheUsersThenTheServicesThenTheTests() {
        UserCookies.keep(context, CHAT, List.of("session=s2", "theme=dark", "theme=bright; Path=/"));

        assertThat(UserCookies.header(context, CHAT, List.of("session=s1; lang=en"), List.of("own=1", "own=2; lang")))
                .contains("session=s2; theme=dark; theme=bright; own=1; own=2; lang");
        assertThat(UserCookies.header(context, CHAT, List.of("lang=en"), List.of("theme = blue")))
                .contains("lang=en; session=s2; theme = blue");
        assertThat(UserCookies.header(context(new UserSession()), CHAT, List.of("session=s1;"), List.of()))
                .contains("session=s1");
    }

    @Test
    void noHostMaySetACookieForAllOfADomainThatIsNobodysOwn() {
        URI shop = URI.create("https://shop.example.co.uk/");
        UserCookies.keep(context, shop, List.of("a=1; Domain=co.uk", "b=2; Domain=example.co.uk"));

        assertThat(UserCookies.header(context, shop)).contains("b=2");
    }

    @Test
    void anotherSessionHasNone() {
        UserCookies.keep(context, CHAT, List.of("a=1"));

        assertThat(UserCookies.header(context(new UserSession()), CHAT)).isEmpty();
    }

    private static ClientContext context(UserSession session) {
        ServiceEndpoint service = new ServiceEndpoint(
                "backend",
                URI.create("http://127.0.0.1:8080"),
                new Origin("goldenpath.yaml:7"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                EventSettings.NONE,
                SocketSettings.DEFAULT,
                Map.of(),
                Timeouts.DEFAULT,
                null,
                null,
                false,
                null,
                ProbeSettings.NONE);
        return ClientContext.ofTest(
                        service,
                        null,
                        () -> {
                            throw new IllegalStateException("nothing is recorded");
                        },
                        new Redaction())
                .in(session);
    }
}
