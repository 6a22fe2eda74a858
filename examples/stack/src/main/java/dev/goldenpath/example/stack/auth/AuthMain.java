package dev.goldenpath.example.stack.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import dev.goldenpath.example.stack.service.Service;
import dev.goldenpath.example.stack.service.ServiceProcess;
import dev.goldenpath.example.stack.service.ServiceSettings;
import dev.goldenpath.example.stack.store.Database;
import dev.goldenpath.example.stack.token.AccessTokenVerifier;
import dev.goldenpath.example.stack.token.BearerAuthentication;
import dev.goldenpath.example.stack.token.SigningKey;
import dev.goldenpath.example.stack.token.TokenCheck;
import dev.goldenpath.example.stack.web.WebServer;
import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of the auth service; the launcher starts it. */
public final class AuthMain {
    private static final Logger LOG = LoggerFactory.getLogger(AuthMain.class);

    private AuthMain() {}

    public static void main(String[] args) {
        ServiceProcess.run(AuthMain::start);
    }

    private static Service start(ServiceSettings settings) throws JOSEException, IOException {
        ECKey signingKey = signingKey(settings);
        Database database = Database.open(
                settings.postgresPort(),
                "auth",
                Users.TABLE,
                RefreshTokens.TABLE,
                RefreshTokens.CLIENT_COLUMN,
                RefreshTokens.SCOPE_COLUMN,
                ApiKeys.TABLE,
                Sessions.TABLE);
        Users users = new Users(database);
        ApiKeys keys = new ApiKeys(database);
        Sessions sessions = new Sessions(database);
        DemoUsers.seed(users, keys, System.getenv());
        ClientAuthentication clients = new ClientAuthentication(DemoClients.seed(users));
        RefreshTokens refreshTokens = new RefreshTokens(database);
        AccessTokenIssuer issuer = new AccessTokenIssuer(settings.issuer(), signingKey, settings.accessTokenLifetime());
        TokenCheck tokens = AccessTokenVerifier.withKeys(issuer.address(), issuer.publicKeys());
        CallerIdentity callers = new CallerIdentity(new BearerAuthentication(tokens), users, keys, sessions);
        AuthRoutes routes = new AuthRoutes(database, users, refreshTokens, issuer, tokens, callers);
        Javalin server = WebServer.start(settings.port(), config -> {
            routes.register(config);
            new TokenRoutes(clients, users, refreshTokens, issuer, settings.authUrl()).register(config);
            new SessionRoutes(users, sessions).register(config);
        });
        LOG.info("listening on 127.0.0.1:{}, PostgreSQL at 127.0.0.1:{}", server.port(), settings.postgresPort());
        return () -> {
            server.stop();
            database.close();
        };
    }

    private static ECKey signingKey(ServiceSettings settings) throws JOSEException, IOException {
        Path file = settings.signingKey();
        return file == null ? SigningKey.generate() : SigningKey.read(file);
    }
}
