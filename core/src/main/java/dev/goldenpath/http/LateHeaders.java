package dev.goldenpath.http;

import dev.goldenpath.client.RequestAuthorizer;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Has a request that waited for its connection go out with what makes it its user's by then: the token that it was made
 * with may have expired meanwhile, and been renewed.
 */
final class LateHeaders {
    private static final String USER = LateHeaders.class.getName();

    private LateHeaders() {}

    /** Tells whose a request is. */
    static void of(RequestAuthorizer user, HttpContext context) {
        context.setAttribute(USER, user);
    }

    /** Brings what the request has up to date, and adds nothing. */
    static void renew(HttpRequest request, HttpContext context) {
        if (context.getAttribute(USER) instanceof RequestAuthorizer user) {
            user.headersAtHand().forEach((name, value) -> {
                // The test's own cookies stand in the same header as the user's.
                if (request.containsHeader(name) && !name.equalsIgnoreCase("Cookie")) {
                    request.setHeader(name, value);
                }
            });
        }
    }
}
