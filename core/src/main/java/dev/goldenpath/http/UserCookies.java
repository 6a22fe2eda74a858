package dev.goldenpath.http;

import dev.goldenpath.client.ClientContext;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.Cookie;
import org.apache.hc.client5.http.cookie.CookieOrigin;
import org.apache.hc.client5.http.cookie.CookieSpec;
import org.apache.hc.client5.http.cookie.MalformedCookieException;
import org.apache.hc.client5.http.impl.cookie.RFC6265StrictSpec;
import org.apache.hc.core5.http.message.BasicHeader;

/**
 * The cookies that services have set for a user in one test, for what is no HTTP call but goes to the same services:
 * the windows of one browser share theirs, too.
 *
 * @since 0.1.0
 */
public final class UserCookies {
    private UserCookies() {}

    /** What the header {@code Cookie} of a request to {@code url} holds; empty where no cookie is for it. */
    public static Optional<String> header(ClientContext context, URI url) {
        CookieSpec spec = new RFC6265StrictSpec();
        CookieOrigin origin = origin(url);
        Instant now = Instant.now();
        List<Cookie> matching = of(context).getCookies().stream()
                .filter(cookie -> !cookie.isExpired(now) && spec.match(cookie, origin))
                .toList();
        return matching.isEmpty()
                ? Optional.empty()
                : Optional.of(spec.formatCookies(matching).stream()
                        .map(header -> String.valueOf(header.getValue()))
                        .collect(Collectors.joining("; ")));
    }

    /** Keeps the cookies that an answer from {@code url} sets, each as its header has it; one that is not for it is not. */
    public static void keep(ClientContext context, URI url, List<String> setCookies) {
        CookieSpec spec = new RFC6265StrictSpec();
        CookieOrigin origin = origin(url);
        for (String setCookie : setCookies) {
            try {
                for (Cookie cookie : spec.parse(new BasicHeader("Set-Cookie", setCookie), origin)) {
                    spec.validate(cookie, origin);
                    of(context).addCookie(cookie);
                }
            } catch (MalformedCookieException e) {
                // As in browsers, what is no cookie for this host sets none.
            }
        }
    }

    static BasicCookieStore of(ClientContext context) {
        return context.session().get(BasicCookieStore.class, BasicCookieStore::new);
    }

    private static CookieOrigin origin(URI url) {
        boolean secure = url.getScheme().equals("https") || url.getScheme().equals("wss");
        int defaultPort = secure ? 443 : 80;
        String path = url.getPath() == null || url.getPath().isEmpty() ? "/" : url.getPath();
        return new CookieOrigin(url.getHost(), url.getPort() < 0 ? defaultPort : url.getPort(), path, secure);
    }
}
