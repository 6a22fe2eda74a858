package dev.goldenpath.jupiter;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.UserProvider;
import dev.goldenpath.environment.UserAccount;
import java.util.Map;
import java.util.Optional;

/** Users whose requests carry their name, or all the same one, for tests that are not about logging in. */
public final class NamedUsers implements UserProvider {

    @Override
    public boolean knows(String grant) {
        return grant.equals("name") || grant.equals("one-for-all");
    }

    @Override
    public RequestAuthorizer authorizer(UserAccount user, Clients clients) {
        return new Named(user.name(), user.grant().equals("name") ? user.name() : "everybody");
    }

    @Override
    public void close() {
        // Nothing is shared.
    }

    private record Named(String user, String sent) implements RequestAuthorizer {
        @Override
        public Map<String, String> headers() {
            return Map.of("X-User", sent);
        }

        @Override
        public Optional<String> token() {
            return Optional.empty();
        }
    }
}
