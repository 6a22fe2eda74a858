package dev.goldenpath.example.stack.credential;

import dev.goldenpath.example.stack.credential.Credential.Kind;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what a caller shows: nothing, or one credential. Of several it would be a guess which one counts. */
public final class Credentials {
    public static final String API_KEY_HEADER = "X-Api-Key";
    public static final String SESSION_COOKIE = "session";
    private static final String API_KEY_PARAMETER = "api_key";

    private Credentials() {}

    /** Returns all there are in the places that every request has. */
    public static List<Credential> allIn(Context request) {
        List<Credential> found = new ArrayList<>();
        values(request, Header.AUTHORIZATION).forEach(value -> found.add(authorization(value)));
        values(request, API_KEY_HEADER).forEach(value -> found.add(new Credential(Kind.API_KEY, value)));
        request.queryParams(API_KEY_PARAMETER).forEach(value -> found.add(new Credential(Kind.API_KEY, value)));
        Cookie[] cookies = request.req().getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(SESSION_COOKIE)) {
                found.add(new Credential(Kind.SESSION, cookie.getValue()));
            }
        }
        return found;
    }

    /**
     * Returns the only one, if there is any.
     *
     * @throws BadRequestResponse if there are several
     */
    public static Optional<Credential> only(List<Credential> found) {
        if (found.size() > 1) {
            throw new BadRequestResponse("several credentials");
        }
        return found.stream().findFirst();
    }

    private static List<String> values(Context request, String header) {
        return Collections.list(request.req().getHeaders(header));
    }

    private static Credential authorization(String header) {
        int end = header.indexOf(' ');
        String scheme = (end < 0 ? header : header.substring(0, end)).toLowerCase(Locale.ROOT);
        String value = end < 0 ? "" : header.substring(end).trim();
        return switch (scheme) {
            case "bearer" -> new Credential(Kind.BEARER, value);
            case "basic" -> new Credential(Kind.BASIC, value);
            default -> new Credential(Kind.OTHER, value);
        };
    }
}
