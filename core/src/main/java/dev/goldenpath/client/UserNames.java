package dev.goldenpath.client;

import dev.goldenpath.environment.UserAccount;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a service may call a test user.
 *
 * @param user its name as declared
 * @param names any of them will do
 * @since 0.1.0
 */
public record UserNames(String user, Set<String> names) {

    /** Copies the names. */
    public UserNames {
        names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /**
     * The identity it is declared with, and else its name, its user name and the subject of its token; for the
     * last it may have to log in.
     *
     * @throws ServiceCallException when it can't
     */
    public static UserNames of(UserAccount account, RequestAuthorizer authorizer) {
        String declared = account.identity();
        if (declared != null) {
            return new UserNames(account.name(), Set.of(declared));
        }
        Set<String> names = new LinkedHashSet<>();
        names.add(account.name());
        account.username().ifPresent(names::add);
        authorizer.token().flatMap(UserNames::subject).ifPresent(names::add);
        return new UserNames(account.name(), names);
    }

    /** Whether {@code name} is one of them. */
    public boolean include(String name) {
        return names.contains(name);
    }

    /** For messages: {@code 'alice' or 'alice@example.com'}. */
    public String inWords() {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "));
    }

    /** The subject a JWT names; empty for any other token. Whether the token is good is the service's to say. */
    private static Optional<String> subject(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return JsonText.parse(claims).at("/sub", String.class).filter(subject -> !subject.isBlank());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
