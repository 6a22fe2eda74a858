package dev.goldenpath.auth;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.UserProvider;
import dev.goldenpath.environment.LoginEndpoint;
import dev.goldenpath.environment.UserAccount;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Makes users able to call, each by the one grant it is declared with: where that fails, no other is tried. Thread-safe.
 *
 * <ul>
 *   <li>A user logs in once, at the first call that needs it; whoever needs it meanwhile waits for that login.
 *   <li>A token is renewed when less than a fifth of its lifetime is left, or less than 30 s where that is later, by one
 *       thread while the others go on with the token they have, and wait only when half of that time has passed too: a
 *       call has to arrive before its token expires. It is refreshed where the service gives a refresh token,
 *       and else, or where the refresh is refused, asked for again in the same way as at first.
 *   <li>A refused login is remembered, and every later call of that user fails with the same facts, for asking again
 *       with the same credentials could lock the account. A login that breaks is tried again by the next call.
 *   <li>A token whose lifetime can't be told is used as long as the run lasts.
 * </ul>
 *
 * @since 0.1.0
 */
public final class AuthUserProvider implements UserProvider {
    /** Room for a refused refresh and the login after it, each of which may take a client's whole minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(125);

    private static final Set<String> GRANTS = Set.of(
            "login", "session", "client-credentials", "password", "refresh-token", "jwt", "token", "api-key", "basic");

    private final Duration patience;

    /** A provider that knows no user yet. */
    public AuthUserProvider() {
        this(PATIENCE);
    }

    AuthUserProvider(Duration patience) {
        this.patience = patience;
    }

    @Override
    public boolean knows(String grant) {
        return GRANTS.contains(grant);
    }

    /**
     * {@inheritDoc}
     *
     * @throws dev.goldenpath.environment.ConfigurationException when the user's service is not declared
     */
    @Override
    public RequestAuthorizer authorizer(UserAccount user, Clients clients) {
        Clock clock = Clock.systemUTC();
        return switch (user.grant()) {
            case "login" -> issued(user, new LoginSource(user, clients, clock), Carrier.BEARER, false);
            case "session" -> issued(user, new SessionSource(user, clients, clock), cookie(user, clients), false);
            case "client-credentials" -> oidc(user, Ask.CLIENT_CREDENTIALS, clients, clock);
            case "password" -> oidc(user, Ask.PASSWORD, clients, clock);
            case "refresh-token" -> oidc(user, Ask.REFRESH_TOKEN, clients, clock);
            case "jwt" -> issued(user, new MintedSource(user, clients, clock), Carrier.BEARER, true);
            case "token" -> declared(user, user.secret("token").reveal(), Carrier.BEARER, clients);
            case "api-key" -> declared(user, user.secret("key").reveal(), placeOfKey(user), clients);
            case "basic" -> declared(user, nameAndPassword(user), Carrier.BASIC, clients);
            default -> throw new IllegalArgumentException("No grant of this provider: " + user.grant());
        };
    }

    private RequestAuthorizer oidc(UserAccount user, Ask grant, Clients clients, Clock clock) {
        return issued(user, new OidcSource(user, grant, clients, clock), Carrier.BEARER, false);
    }

    /** Both places, {@code Authorization} and {@code Cookie}, are masked in any case. */
    private RequestAuthorizer issued(UserAccount user, TokenSource source, Carrier carrier, boolean unproven) {
        SharedToken token = new SharedToken(source, patience);
        return new CarryingUser(
                user.name(),
                carrier,
                () -> token.get().value(),
                () -> token.atHand().map(AccessToken::value),
                unproven);
    }

    private static RequestAuthorizer declared(UserAccount user, String value, Carrier carrier, Clients clients) {
        carrier.mask(clients.redaction());
        return new CarryingUser(user.name(), carrier, new DeclaredValue(user, value, clients), Optional::empty, true);
    }

    private static Carrier cookie(UserAccount user, Clients clients) {
        LoginEndpoint login = Objects.requireNonNull(
                clients.environment().service(user.required("service")).login(), "checked with the configuration");
        return Carrier.cookie(Objects.requireNonNull(login.cookie(), "checked with the configuration"));
    }

    private static Carrier placeOfKey(UserAccount user) {
        return user.text("header")
                .map(name -> Carrier.header(name, ""))
                .orElseGet(() -> Carrier.parameter(user.required("parameter")));
    }

    private static String nameAndPassword(UserAccount user) {
        String pair = user.required("username") + ":" + user.secret("password").reveal();
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Does nothing: users hold nothing that needs to be released. */
    @Override
    public void close() {}
}
