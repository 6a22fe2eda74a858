package dev.goldenpath.auth;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.UserProvider;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.LoginEndpoint;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UserAccount;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Makes users able to call whose grant is {@code login}: user name and password are posted to the service's {@code
 * login}, and the token in the answer goes with every call as {@code Authorization: Bearer}. Thread-safe.
 *
 * <ul>
 *   <li>A user logs in once, at the first call that needs the token; whoever needs it meanwhile waits for that login.
 *   <li>A token is renewed when less than a fifth of its lifetime is left, or less than 30 s where that is later, by one
 *       thread while the others go on with the token they have. It is refreshed where {@code refresh} and {@code
 *       refresh-path} are declared. Where they are not, or the refresh is refused, a new login replaces it.
 *   <li>A refused login is remembered, and every later call of that user fails with the same facts, for asking again
 *       with the same credentials could lock the account. A login that breaks is tried again by the next call.
 *   <li>A token whose lifetime can't be told is used as long as the run lasts.
 * </ul>
 *
 * @since 0.1.0
 */
public final class LoginUserProvider implements UserProvider {
    /** Room for a refused refresh and the login after it, each of which may take a client's whole minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(125);

    private final Duration patience;

    /** A provider that knows no user yet. */
    public LoginUserProvider() {
        this(PATIENCE);
    }

    LoginUserProvider(Duration patience) {
        this.patience = patience;
    }

    @Override
    public boolean knows(String grant) {
        return grant.equals("login");
    }

    /**
     * {@inheritDoc}
     *
     * @throws ConfigurationException when the user's service is not declared, or declares no login
     */
    @Override
    public RequestAuthorizer authorizer(UserAccount user, Clients clients) {
        ServiceEndpoint service = clients.environment().service(user.required("service"));
        LoginEndpoint login = service.login();
        if (login == null) {
            throw new ConfigurationException(
                    "User '" + user.name() + "' (" + user.origin() + ") can't log in: service '" + service.name()
                            + "' declares no login. Describe it under services." + service.name()
                            + ".login in goldenpath.yaml.",
                    List.of());
        }
        TokenIssuer issuer = new TokenIssuer(user, service, login, clients, Clock.systemUTC());
        return new BearerUser(user.name(), new SharedToken(issuer, patience));
    }

    /** Does nothing: users hold nothing that needs to be released. */
    @Override
    public void close() {}
}
