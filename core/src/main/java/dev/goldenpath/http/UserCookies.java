package dev.goldenpath.http;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.UserSession;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.Cookie;
import org.apache.hc.client5.http.cookie.CookieOrigin;
import org.apache.hc.client5.http.cookie.CookieSpec;
import org.apache.hc.client5.http.cookie.CookieStore;
import org.apache.hc.client5.http.cookie.MalformedCookieException;
import org.apache.hc.client5.http.impl.cookie.RFC6265CookieSpecFactory;
import org.apache.hc.client5.http.impl.cookie.RFC6265CookieSpecFactory.CompatibilityLevel;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/**
 * The cookies of a user in one test: those that services have set, over HTTP and at handshakes, and those that make a
 * request the user's. All calls of one user share them, as the windows of one browser do.
 *
 * @since 0.1.0
 */
public final class UserCookies {
    private UserCookies() {}

    /** What the header {@code Cookie} of a request to {@code url} holds; empty where no cookie is for it. */
    public static Optional<String> header(ClientContext context, URI url) {
        return header(context, url, List.of(), List.of());
    }

    /**
     * As above, with the cookies that make a request the user's before those that services have set, and those that the
     * test writes after them. Of cookies with one name, the last kind's counts.
     *
     * @param ofUser values of a header {@code Cookie}
     * @param ofTest as {@code ofUser}
     */
    public static Optional<String> header(
            ClientContext context, URI url, Collection<String> ofUser, Collection<String> ofTest) {
        return header(of(context), url, ofUser, ofTest);
    }

    static Optional<String> header(CookieStore store, URI url, Collection<String> ofUser, Collection<String> ofTest) {
        List<String> all = CookieHeader.with(List.of(), ofUser);
        return CookieHeader.of(CookieHeader.with(CookieHeader.with(all, kept(store, url)), ofTest));
    }

    private static List<String> kept(CookieStore store, URI url) {
        List<Cookie> kept = store.getCookies();
        if (kept.isEmpty()) {
            return List.of();
        }
        CookieOrigin origin = origin(url);
        Instant now = Instant.now();
        List<Cookie> matching = kept.stream()
                .filter(cookie -> !cookie.isExpired(now) && Rules.STRICT.match(cookie, origin))
                .toList();
        return matching.isEmpty()
                ? List.of()
                : Rules.STRICT.formatCookies(matching).stream()
                        .map(header -> String.valueOf(header.getValue()))
                        .toList();
    }

    /** Keeps the cookies that an answer from {@code url} sets, each as its header has it; one that is not for it is not. */
    public static void keep(ClientContext context, URI url, List<String> setCookies) {
        setCookies.forEach(setCookie -> keep(of(context), url, new BasicHeader("Set-Cookie", setCookie)));
    }

    static void keep(CookieStore store, URI url, Header setCookie) {
        CookieOrigin origin = origin(url);
        try {
            for (Cookie cookie : Rules.STRICT.parse(setCookie, origin)) {
                Rules.STRICT.validate(cookie, origin);
                store.addCookie(cookie);
            }
        } catch (MalformedCookieException e) {
            // As in browsers, what is no cookie for this host sets none.
            return;
        }
    }

    /** The values of the cookies that services have set in this session, by name; of one name, the last. */
    public static Map<String, String> keptIn(UserSession session) {
        Map<String, String> kept = new TreeMap<>();
        of(session).getCookies().forEach(cookie -> kept.put(cookie.getName(), Objects.toString(cookie.getValue(), "")));
        return kept;
    }

    static BasicCookieStore of(ClientContext context) {
        return of(context.session());
    }

    private static BasicCookieStore of(UserSession session) {
        return session.get(BasicCookieStore.class, BasicCookieStore::new);
    }

    private static CookieOrigin origin(URI url) {
        boolean secure =
                url.getScheme().equalsIgnoreCase("https") || url.getScheme().equalsIgnoreCase("wss");
        int defaultPort = secure ? 443 : 80;
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new CookieOrigin(url.getHost(), url.getPort() < 0 ? defaultPort : url.getPort(), path, secure);
    }

    /** Read when the first cookie is set: the list of domains that are nobody's own is long. */
    private static final class Rules {
        static final CookieSpec STRICT = new RFC6265CookieSpecFactory(
                        CompatibilityLevel.STRICT, PublicSuffixMatcherLoader.getDefault())
                .create(HttpClientContext.create());
    }
}
