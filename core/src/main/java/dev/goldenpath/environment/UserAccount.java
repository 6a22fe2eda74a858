package dev.goldenpath.environment;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One declared test user. Immutable.
 *
 * @param name the name tests use
 * @param grant how calls become the user's, for example {@code login}
 * @param settings what the grant needs to know, by key, for example {@code username}
 * @param secrets what the grant needs and nobody may see, by key, for example {@code password}
 * @param claims what tokens that are made for the user say besides the usual: texts, numbers, booleans, lists of texts
 * @param identity what the service's {@code identity} says of it; absent where that is its name, its user name or the
 *     subject of its token
 * @param origin where it was declared
 * @since 0.1.0
 */
public record UserAccount(
        String name,
        String grant,
        Map<String, Setting> settings,
        Map<String, Secret> secrets,
        Map<String, Object> claims,
        @Nullable String identity,
        Origin origin) {

    /** Copies the maps. */
    public UserAccount {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
        claims = Map.copyOf(claims);
    }

    /** The service that issues what makes calls the user's; empty where none does. */
    public Optional<String> service() {
        return text("service");
    }

    /** What services know the user by; empty where only what they issue tells. */
    public Optional<String> username() {
        return text("username");
    }

    /** The value of a key of its grant; empty where it is not set. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(settings.get(key)).map(Setting::value);
    }

    /**
     * The value of a key that its grant needs.
     *
     * @throws IllegalStateException when the grant does not
     */
    public String required(String key) {
        return text(key).orElseThrow(() -> noSuch(key));
    }

    /**
     * A secret that its grant needs.
     *
     * @throws IllegalStateException when the grant does not
     */
    public Secret secret(String key) {
        Secret secret = secrets.get(key);
        if (secret == null) {
            throw noSuch(key);
        }
        return secret;
    }

    private IllegalStateException noSuch(String key) {
        return new IllegalStateException(
                "User '" + name + "' (" + origin + ") of grant '" + grant + "' is declared without '" + key + "'.");
    }
}
