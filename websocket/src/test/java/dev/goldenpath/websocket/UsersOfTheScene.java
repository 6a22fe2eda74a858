package dev.goldenpath.websocket;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.UserProvider;
import dev.goldenpath.environment.UserAccount;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Users of the grant {@code scene}, each of whom is the alice of a {@link Scene}, and of {@code own}, each by its name. */
public final class UsersOfTheScene implements UserProvider {

    @Override
    public boolean knows(String grant) {
        return grants().contains(grant);
    }

    @Override
    public Set<String> grants() {
        return Set.of("scene", "own");
    }

    @Override
    public RequestAuthorizer authorizer(UserAccount user, Clients clients) {
        return user.grant().equals("own") ? new Named(user.name()) : new Scene.Alice();
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
