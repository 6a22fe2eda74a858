package dev.goldenpath.websocket;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.UserProvider;
import dev.goldenpath.environment.UserAccount;
import java.util.Set;

/** Users of the grant {@code scene}, each of whom is the alice of a {@link Scene}. */
public final class UsersOfTheScene implements UserProvider {

    @Override
    public boolean knows(String grant) {
        return grant.equals("scene");
    }

    @Override
    public Set<String> grants() {
        return Set.of("scene");
    }

    @Override
    public RequestAuthorizer authorizer(UserAccount user, Clients clients) {
        return new Scene.Alice();
    }

    @Override
    public void close() {
        // Nothing is shared.
    }
}
