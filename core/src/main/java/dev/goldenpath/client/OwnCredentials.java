package dev.goldenpath.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What an author may not write into a call of a test user, because the user's own credentials stand there. */
final class OwnCredentials {
    private static final String AUTHORIZATION = "Authorization";
    private static final String COOKIE = "Cookie";

    private final RequestAuthorizer user;

    OwnCredentials(RequestAuthorizer user) {
        this.user = user;
    }

    /** Refuses a header of the user's own, but for cookies, which are merged; and any other {@code Authorization}. */
    void requireOwnHeader(String name) {
        boolean own = user.ownHeaders().stream().anyMatch(name::equalsIgnoreCase);
        if (name.equalsIgnoreCase(AUTHORIZATION)) {
            throw own ? replaced(AUTHORIZATION) : second();
        }
        if (own && !name.equalsIgnoreCase(COOKIE)) {
            throw replaced(name);
        }
    }

    /** Refuses a query parameter of the user's own among those of a path, encoded as they are. */
    void requireOwnParameters(String path) {
        int query = path.indexOf('?');
        if (query < 0 || user.ownParameters().isEmpty()) {
            return;
        }
        for (String parameter : path.substring(query + 1).split("&", -1)) {
            String name = nameOf(parameter);
            if (user.ownParameters().contains(name)) {
                throw replaced("query parameter " + name);
            }
        }
    }

    /** The name, decoded, of a parameter as it stands in a query; as it is written where nobody can decode it. */
    static String nameOf(String parameter) {
        String written = parameter.split("=", 2)[0];
        try {
            return URLDecoder.decode(written, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return written;
        }
    }

    private IllegalArgumentException replaced(String what) {
        return new IllegalArgumentException("This client calls as '" + user.user() + "', so its " + what
                + " can't be replaced. Inject a client without @AsUser to send another one.");
    }

    /** With two credentials in one call, its answer would say nothing about either. */
    private IllegalArgumentException second() {
        List<String> ways = new ArrayList<>();
        new TreeSet<>(user.ownHeaders()).forEach(name -> ways.add("header " + name));
        new TreeSet<>(user.ownParameters()).forEach(name -> ways.add("query parameter " + name));
        String by = ways.isEmpty() ? "" : ", by its " + String.join(" and ", ways);
        return new IllegalArgumentException("This client calls as '" + user.user() + "'" + by
                + ", so it can't send an Authorization besides. Inject a client without @AsUser to send one.");
    }
}
