package dev.goldenpath.jupiter;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.UserProvider;
import dev.goldenpath.environment.UserAccount;
import java.util.Map;
import java.util.Optional;

/** Users whose requests carry their name, for tests that are not about logging in. */
public final class NamedUsers implements UserProvider {

    @Override
    public boolean knows(String grant) {
        return grant.equals("name");
    }

    @Override
    public RequestAuthorizer authorizer(UserAccount user, Clients clients) {
        return new Named(user.name());
    }

    @Override
    public void close() {
        // Nothing is shared.
    }

    private record Named(String user) implements RequestAuthorizer {
        @Override
        public Map<String, String> headers() {
            return Map.of("X-User", user);
        }

        @Override
        public Optional<String> token() {
            return Optional.empty();
        }
    }
}
