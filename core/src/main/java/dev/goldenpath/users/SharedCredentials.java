package dev.goldenpath.users;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds users who carry the same credentials, which then are one user for every service. Stateless. */
final class SharedCredentials {
    private SharedCredentials() {}

    /** In words, each set of users who do. Makes no call where all are logged in. */
    static List<String> among(List<VirtualUser> users, Clients clients) {
        Map<String, List<String>> byCredentials = new LinkedHashMap<>();
        for (VirtualUser user : users) {
            String digest = digest(clients.authorizer(user.name()));
            if (!digest.isEmpty()) {
                byCredentials
                        .computeIfAbsent(digest, first -> new ArrayList<>())
                        .add(user.name());
            }
        }
        return byCredentials.values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> "users " + names(same) + " carry the same credentials: to every service they are one")
                .toList();
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
