package dev.goldenpath.jupiter;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.UserProvider;
import dev.goldenpath.environment.UserAccount;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Users whose requests carry their name, or all the same one, for tests that are not about logging in. Those of the grant
 * {@code never} wait for as long as they are let.
 */
public final class NamedUsers implements UserProvider {

    @Override
    public boolean knows(String grant) {
        return Set.of("name", "one-for-all", "never").contains(grant);
    }

    @Override
    public RequestAuthorizer authorizer(UserAccount user, Clients clients) {
        if (user.grant().equals("never")) {
            return new Waiting(user.name());
        }
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

    private record Waiting(String user) implements RequestAuthorizer {
        @Override
        public Map<String, String> headers() {
            try {
                new CountDownLatch(1).await();
                return Map.of();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
        }

        @Override
        public Optional<String> token() {
            return Optional.empty();
        }
    }
}
