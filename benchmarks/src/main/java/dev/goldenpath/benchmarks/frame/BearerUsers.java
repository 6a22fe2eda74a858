package dev.goldenpath.benchmarks.frame;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.UserProvider;
import dev.goldenpath.environment.UserAccount;
import java.util.Set;

/** Users of the grant {@code bearer}, whose password is their token: what logging in costs is not measured here. */
public final class BearerUsers implements UserProvider {
    /** The word in a user's declaration. */
    static final String GRANT = "bearer";

    @Override
    public boolean knows(String grant) {
        return grant.equals(GRANT);
    }

    @Override
    public Set<String> grants() {
        return Set.of(GRANT);
    }

    @Override
    public RequestAuthorizer authorizer(UserAccount user, Clients clients) {
        String token = user.secret("password").reveal();
        clients.redaction().addValue(token);
        return new Bearer(user.name(), token);
    }

    @Override
    public void close() {
        // Nothing is shared.
    }
}
