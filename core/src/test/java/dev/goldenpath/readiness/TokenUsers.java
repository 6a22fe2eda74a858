package dev.goldenpath.readiness;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.UserProvider;
import dev.goldenpath.environment.UserAccount;
import java.util.Map;
import java.util.Optional;

/** Users whose token is known, for tests that are not about logging in. */
public final class TokenUsers implements UserProvider {

    @Override
    public boolean knows(String grant) {
        return grant.equals("token");
    }

    @Override
    public RequestAuthorizer authorizer(UserAccount user, Clients clients) {
        return new Bearer(user.name(), user.secret("token").reveal());
    }

    @Override
    public void close() {
        // Nothing is shared.
    }

    private record Bearer(String user, String bearer) implements RequestAuthorizer {
        @Override
        public Map<String, String> headers() {
            return Map.of("Authorization", "Bearer " + bearer);
        }

        @Override
        public Optional<String> token() {
            return Optional.of(bearer);
        }
    }
}
