package dev.goldenpath.example.stack.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The token endpoint of OAuth 2.0, and how OpenID Connect finds it. */
final class TokenRoutes {
    private static final String PATH = "/auth/token";

    private final ClientAuthentication clients;
    private final Users users;
    private final RefreshTokens refreshTokens;
    private final AccessTokenIssuer issuer;
    private final URI own;

    TokenRoutes(
            ClientAuthentication clients, Users users, RefreshTokens refreshTokens, AccessTokenIssuer issuer, URI own) {
        this.clients = clients;
        this.users = users;
        this.refreshTokens = refreshTokens;
        this.issuer = issuer;
        this.own = own;
    }

    void register(RoutesConfig routes) {
        routes.post(PATH, this::token);
        routes.get("/.well-known/openid-configuration", ctx -> ctx.json(Discovery.of(issuer.address(), own)));
        routes.exception(OAuthError.class, (error, ctx) -> {
            if (error.status() == HttpStatus.UNAUTHORIZED) {
                ctx.header(Header.WWW_AUTHENTICATE, "Basic realm=\"auth\"");
            }
            noStore(ctx);
            ctx.status(error.status()).json(error.body());
        });
    }

    private void token(Context ctx) {
        OAuthForm form = OAuthForm.of(ctx);
        OAuthClient client = clients.require(ctx, form);
        String grantType = form.require("grant_type");
        Answer answer = switch (grantType) {
            case OAuthClient.CLIENT_CREDENTIALS -> {
                User account = allow(client, grantType).account();
                if (account == null) {
                    throw OAuthError.unauthorizedClient();
                }
                yield answer(new Grant(account, client.id(), scope(form)), null);
            }
            case OAuthClient.PASSWORD -> {
                Grant grant = withPassword(allow(client, grantType), form);
                yield answer(grant, refreshTokens.issue(grant));
            }
            case OAuthClient.REFRESH_TOKEN -> refresh(allow(client, grantType), form);
            default -> throw OAuthError.unsupportedGrantType();
        };
        noStore(ctx);
        ctx.json(answer);
    }

    private static OAuthClient allow(OAuthClient client, String grantType) {
        if (!client.grants().contains(grantType)) {
            throw OAuthError.unauthorizedClient();
        }
        return client;
    }

    private Grant withPassword(OAuthClient client, OAuthForm form) {
        String name = form.require("username");
        String password = form.require("password");
        String scope = scope(form);
        User user = users.authenticate(name, password)
                .orElseThrow(() -> OAuthError.invalidGrant("username or password is wrong"));
        return new Grant(user, client.id(), scope);
    }

    private Answer refresh(OAuthClient client, OAuthForm form) {
        String token = form.require("refresh_token");
        Grant first = refreshTokens.find(token, client.id()).orElseThrow(TokenRoutes::invalidRefreshToken);
        String scope = first.scope();
        Set<String> granted = scope == null ? Set.of() : Scopes.words(scope);
        Optional<String> asked = Scopes.grant(form.find("scope"), granted);
        if (!refreshTokens.redeem(token)) {
            throw invalidRefreshToken();
        }
        // The next refresh token is good for all that the first one was.
        return answer(first.withScope(asked.orElse(scope)), refreshTokens.issue(first));
    }

    private static @Nullable String scope(OAuthForm form) {
        return Scopes.grant(form.find("scope"), Scopes.KNOWN).orElse(null);
    }

    private Answer answer(Grant grant, @Nullable String refreshToken) {
        return new Answer(issuer.issue(grant), "Bearer", issuer.lifetime().toSeconds(), refreshToken, grant.scope());
    }

    private static OAuthError invalidRefreshToken() {
        return OAuthError.invalidGrant("the refresh token is unknown, expired, used, or another client's");
    }

    private static void noStore(Context ctx) {
        ctx.header(Header.CACHE_CONTROL, "no-store");
        ctx.header(Header.PRAGMA, "no-cache");
    }

    private record Answer(
            String accessToken,
            String tokenType,
            long expiresIn,
            @Nullable String refreshToken,
            @Nullable String scope) {}

    private record Discovery(
            URI issuer,
            URI tokenEndpoint,
            URI jwksUri,
            List<String> scopesSupported,
            List<String> grantTypesSupported,
            List<String> tokenEndpointAuthMethodsSupported,
            List<String> responseTypesSupported,
            List<String> subjectTypesSupported,

            @JsonProperty("id_token_signing_alg_values_supported")
            List<String> signingAlgorithms) {
        static Discovery of(URI issuer, URI own) {
            return new Discovery(
                    issuer,
                    own.resolve(PATH),
                    own.resolve("/.well-known/jwks.json"),
                    Scopes.KNOWN,
                    List.of(OAuthClient.CLIENT_CREDENTIALS, OAuthClient.PASSWORD, OAuthClient.REFRESH_TOKEN),
                    List.of("client_secret_basic", "client_secret_post", "none"),
                    // There is no endpoint to ask for one, and the specification wants a list that is not empty.
                    List.of("none"),
                    List.of("public"),
                    List.of("ES256"));
        }
    }
}
