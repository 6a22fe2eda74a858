package dev.goldenpath.auth;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.environment.UserAccount;

/**
 * The tokens of one declared service: reads those of a test user and others, and signs some of its own where the project
 * has a key. Thread-safe.
 *
 * <pre>{@code
 * @Test
 * void issuesSoundTokens(@OnService("auth") @AsUser("alice") ServiceTokens tokens) {
 *     assertThat(tokens.ofUser()).isSound().livesAtMost(ofMinutes(15));
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public final class ServiceTokens {
    /** From here on, a text is long enough to be masked wherever it shows. */
    private static final int SHORTEST_SECRET = 8;

    private final ClientContext context;
    private final TokenService service;

    ServiceTokens(ClientContext context, TokenService service) {
        this.context = context;
        this.service = service;
    }

    /**
     * The token with which the user calls now; may log in, or refresh, first.
     *
     * @throws IllegalStateException when nobody is the user, or the user's grant has no bare token
     * @throws IllegalArgumentException when it is no JWT, or an encrypted one; the message does not quote it
     * @throws dev.goldenpath.client.ServiceCallException when the service that issues it refuses or can't be reached
     */
    public Jwt ofUser() {
        RequestAuthorizer user = context.user()
                .orElseThrow(() -> new IllegalStateException("The tokens of service '" + service.name()
                        + "' were injected for nobody, so there is no user whose token could be read. Inject them with "
                        + "@AsUser."));
        UserAccount account = service.clients().environment().user(user.user());
        String who = "user '" + user.user() + "' (" + account.origin() + ")";
        String token = user.token()
                .orElseThrow(() -> new IllegalStateException("The grant '" + account.grant() + "' of " + who
                        + " has no token of its own that could be read."));
        return parsed(token, "The token of " + who);
    }

    /**
     * Reads a token, wherever it comes from, without verifying anything. It is masked from now on wherever it shows.
     *
     * @param token compact, without {@code Bearer}
     * @throws IllegalArgumentException when it is no JWT, or an encrypted one; the message does not quote it
     */
    public Jwt read(String token) {
        if (token.length() >= SHORTEST_SECRET) {
            service.clients().redaction().addValue(token);
        }
        return parsed(token, "This token");
    }

    private Jwt parsed(String token, String name) {
        try {
            return new Jwt(JwtText.parse(token), service);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " " + e.getMessage() + ".");
        }
    }

    /**
     * Starts a token that the project signs itself.
     *
     * @throws IllegalStateException when the service declares no {@code tokens.signing}
     */
    public TokenDraft mint() {
        if (!service.canSign()) {
            throw new IllegalStateException("Service '" + service.name() + "' (" + service.origin()
                    + ") declares no key to sign tokens with. Add one that it accepts as services." + service.name()
                    + ".tokens.signing.key in goldenpath.yaml.");
        }
        return new TokenDraft(service);
    }

    @Override
    public String toString() {
        String user = context.userName();
        return "tokens of " + service.name() + (user == null ? "" : " as " + user);
    }
}
