package dev.goldenpath.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * With which keys a user of one grant is declared, besides {@code grant} and {@code identity}.
 *
 * @param grant its word in the file
 * @param required the keys it can't do without
 * @param optional those it can
 */
record GrantShape(String grant, List<String> required, List<String> optional) {
    /** What is masked wherever it shows. */
    static final Set<String> SECRET = Set.of("password", "client-secret", "refresh-token", "token", "key");

    /** Keys that a section stands below. */
    static final String CLAIMS = "claims";

    private static final List<GrantShape> ALL = List.of(
            new GrantShape("login", List.of("service", "username", "password"), List.of()),
            new GrantShape("session", List.of("service", "username", "password"), List.of()),
            oidc("client-credentials", List.of("client-secret"), List.of()),
            oidc("password", List.of("username", "password"), List.of("client-secret")),
            oidc("refresh-token", List.of("refresh-token"), List.of("username", "client-secret")),
            new GrantShape(
                    "jwt",
                    List.of("service", "subject"),
                    List.of("username", "issuer", "audience", "lifetime", CLAIMS)),
            new GrantShape("token", List.of("token"), List.of("service", "username")),
            new GrantShape("api-key", List.of("key"), List.of("header", "parameter", "username")),
            new GrantShape("basic", List.of("username", "password"), List.of()));

    private static GrantShape oidc(String grant, List<String> required, List<String> optional) {
        return new GrantShape(
                grant,
                joined(List.of("service", "client-id"), required),
                joined(List.of("scope", "audience", "client-authentication"), optional));
    }

    /** The words of all grants that come with the library. */
    static List<String> words() {
        return ALL.stream().map(GrantShape::grant).toList();
    }

    /** Of a grant that comes with the library; of one that another provider may know, the keys that overrides may set. */
    static GrantShape of(String grant) {
        return ALL.stream()
                .filter(shape -> shape.grant.equals(grant))
                .findFirst()
                .orElseGet(() -> {
                    List<String> all = ALL.stream()
                            .flatMap(shape -> Stream.concat(shape.required.stream(), shape.optional.stream()))
                            .distinct()
                            .toList();
                    return new GrantShape(grant, List.of(), all);
                });
    }

    /** Whether it comes with the library, so that all of its keys are known. */
    boolean isOfLibrary() {
        return ALL.contains(this);
    }

    /** What {@code key} holds, a duration in milliseconds; {@link IllegalArgumentException} with the end of a sentence where it can't be. */
    static String checked(String key, String text) {
        return switch (key) {
            case "client-authentication" -> clientAuthentication(text);
            case "header" -> Values.headerName(text);
            case "parameter" -> SocketValues.parameterName(text);
            case "lifetime" -> String.valueOf(Values.limit(text).toMillis());
            default -> text;
        };
    }

    private static String clientAuthentication(String text) {
        if (!text.equals("basic") && !text.equals("post")) {
            throw new IllegalArgumentException("is neither basic nor post");
        }
        return text;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
