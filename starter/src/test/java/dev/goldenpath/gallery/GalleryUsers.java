package dev.goldenpath.gallery;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.UserProvider;
import dev.goldenpath.environment.UserAccount;
import java.util.Map;
import java.util.Optional;

/** Users whose calls carry their name; a user of the grant {@code lost} has lost it on the way. */
public final class GalleryUsers implements UserProvider {

    @Override
    public boolean knows(String grant) {
        return grant.equals("name") || grant.equals("lost");
    }

    @Override
    public RequestAuthorizer authorizer(UserAccount user, Clients clients) {
        return new Named(user.name(), user.grant().equals("lost") ? Map.of() : Map.of("X-User", user.name()));
    }

    @Override
    public void close() {
        // Nothing is shared.
    }

    private record Named(String user, Map<String, String> headers) implements RequestAuthorizer {
        @Override
        public Optional<String> token() {
            return Optional.empty();
        }
    }
}
