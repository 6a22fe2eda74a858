package dev.goldenpath.users;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.evidence.Sha256;
import dev.goldenpath.http.UserCookies;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds users who carry the same credentials, or were given the same session by a service, which then are one user for
 * it. Stateless.
 */
final class SharedCredentials {
    /** Names of cookies that hold a session, and not those with which a load balancer finds the same server again. */
    private static final Pattern SESSION =
            Pattern.compile("^(?!.*affinity).*(session|sess_?id|(^|[._-])sid$)", Pattern.CASE_INSENSITIVE);

    private SharedCredentials() {}

    /** In words, each set of users who do. Makes no call where all are logged in. */
    static List<String> among(List<VirtualUser> users, Clients clients) {
        Map<String, List<String>> byCredentials = new LinkedHashMap<>();
        Map<String, List<String>> byCookie = new LinkedHashMap<>();
        for (VirtualUser user : users) {
            String digest = digest(clients.authorizer(user.name()));
            if (!digest.isEmpty()) {
                add(byCredentials, digest, user);
            }
            UserCookies.keptIn(user.session()).forEach((name, value) -> {
                if (isSession(name) && !value.isEmpty()) {
                    add(byCookie, name + "=" + value, user);
                }
            });
        }
        List<String> words = new ArrayList<>();
        byCredentials.values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> "users " + names(same) + " carry the same credentials: to every service they are one")
                .forEach(words::add);
        byCookie.forEach((cookie, same) -> {
            if (same.size() > 1) {
                // Its value is a secret.
                words.add("users " + names(same) + " were given the same session cookie '"
                        + clients.redaction().text(cookie.substring(0, cookie.indexOf('='))) + "'");
            }
        });
        return words;
    }

    /** By the name of a cookie. */
    static boolean isSession(String cookie) {
        return SESSION.matcher(cookie).find();
    }

    private static void add(Map<String, List<String>> users, String key, VirtualUser user) {
        users.computeIfAbsent(key, first -> new ArrayList<>()).add(user.name());
    }

    private static String digest(RequestAuthorizer authorizer) {
        Map<String, String> carried = new TreeMap<>(authorizer.headers());
        carried.putAll(authorizer.parameters());
        authorizer.token().ifPresent(token -> carried.put("", token));
        // Only the digest is kept.
        return carried.isEmpty() ? "" : Sha256.of(carried.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The first three of many. */
    private static String names(List<String> names) {
        return names.size() <= 3
                ? "'" + String.join("', '", names) + "'"
                : "'" + String.join("', '", names.subList(0, 3)) + "' and " + (names.size() - 3) + " more";
    }
}
