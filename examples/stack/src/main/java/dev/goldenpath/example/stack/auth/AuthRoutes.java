package dev.goldenpath.example.stack.auth;

import dev.goldenpath.example.stack.store.Database;
import dev.goldenpath.example.stack.store.StoreException;
import dev.goldenpath.example.stack.token.AccessToken;
import dev.goldenpath.example.stack.token.BearerAuthentication;
import dev.goldenpath.example.stack.token.InvalidTokenException;
import dev.goldenpath.example.stack.token.TokenCheck;
import dev.goldenpath.example.stack.web.JsonBody;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import java.util.Map;
import java.util.UUID;

/** The HTTP interface of the auth service. */
final class AuthRoutes {
    private static final int LONGEST_TEXT = 4_096;

    private final Database database;
    private final Users users;
    private final RefreshTokens refreshTokens;
    private final AccessTokenIssuer issuer;
    private final TokenCheck tokens;
    private final CallerIdentity callers;

    AuthRoutes(
            Database database,
            Users users,
            RefreshTokens refreshTokens,
            AccessTokenIssuer issuer,
            TokenCheck tokens,
            CallerIdentity callers) {
        this.database = database;
        this.users = users;
        this.refreshTokens = refreshTokens;
        this.issuer = issuer;
        this.tokens = tokens;
        this.callers = callers;
    }

    void register(RoutesConfig routes) {
        routes.post("/auth/login", this::login);
        routes.post("/auth/refresh", this::refresh);
        routes.post("/auth/validate", this::validate);
        routes.get("/auth/me", this::me);
        routes.get("/auth/health", this::health);
        routes.get("/auth/.well-known/jwks.json", this::keys);
        routes.get("/.well-known/jwks.json", this::keys);
    }

    private void login(Context ctx) {
        JsonBody body = JsonBody.of(ctx);
        User user = users.authenticate(body.text("email", LONGEST_TEXT), body.text("password", LONGEST_TEXT))
                .orElseThrow(() -> new UnauthorizedResponse("invalid_credentials"));
        answerWithTokens(ctx, Grant.ofLogin(user));
    }

    private void refresh(Context ctx) {
        String token = JsonBody.of(ctx).text("refresh_token", LONGEST_TEXT);
        Grant grant = refreshTokens
                .find(token, null)
                .filter(valid -> refreshTokens.redeem(token))
                .orElseThrow(() -> new UnauthorizedResponse("invalid_refresh_token"));
        answerWithTokens(ctx, grant);
    }

    private void answerWithTokens(Context ctx, Grant grant) {
        ctx.header("Cache-Control", "no-store");
        ctx.json(new TokenPair(
                issuer.issue(grant),
                refreshTokens.issue(grant),
                "Bearer",
                issuer.lifetime().toSeconds()));
    }

    private void validate(Context ctx) {
        String token = BearerAuthentication.tokenOf(ctx)
                .orElseGet(() -> JsonBody.of(ctx).text("token", LONGEST_TEXT));
        try {
            AccessToken valid = tokens.verify(token);
            ctx.json(new Valid(
                    true,
                    valid.userId(),
                    valid.email(),
                    valid.issuedAt().getEpochSecond(),
                    valid.expiresAt().getEpochSecond()));
        } catch (InvalidTokenException e) {
            ctx.json(new Invalid(false, e.reason()));
        }
    }

    private void me(Context ctx) {
        ctx.json(callers.of(ctx));
    }

    private void health(Context ctx) {
        try {
            database.ping();
            ctx.json(Map.of("status", "up"));
        } catch (StoreException e) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE).json(Map.of("status", "down"));
        }
    }

    private void keys(Context ctx) {
        ctx.json(issuer.publicKeys().toJSONObject());
    }

    private record TokenPair(String accessToken, String refreshToken, String tokenType, long expiresIn) {}

    private record Valid(boolean valid, UUID sub, String email, long iat, long exp) {}

    private record Invalid(boolean valid, String reason) {}
}
