package dev.goldenpath.example.stack.auth;

import dev.goldenpath.example.stack.credential.BasicCredentials;
import dev.goldenpath.example.stack.credential.Credential;
import dev.goldenpath.example.stack.credential.Credentials;
import dev.goldenpath.example.stack.token.BearerAuthentication;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.util.Optional;

/** Finds out which user sent a request, by any credential there is. Thread-safe. */
final class CallerIdentity {
    private final BearerAuthentication tokens;
    private final Users users;
    private final ApiKeys keys;
    private final Sessions sessions;

    CallerIdentity(BearerAuthentication tokens, Users users, ApiKeys keys, Sessions sessions) {
        this.tokens = tokens;
        this.users = users;
        this.keys = keys;
        this.sessions = sessions;
    }

    /**
     * Returns the user.
     *
     * @throws UnauthorizedResponse if there is no credential, or it is not valid
     */
    User of(Context request) {
        Credential shown = Credentials.only(Credentials.allIn(request))
                .orElseThrow(() -> new UnauthorizedResponse("bearer token missing"));
        return find(shown).orElseThrow(() -> new UnauthorizedResponse("credentials not valid"));
    }

    private Optional<User> find(Credential shown) {
        String value = shown.value();
        return switch (shown.kind()) {
            case BEARER -> users.find(tokens.verify(value).userId());
            case BASIC ->
                BasicCredentials.decode(value).flatMap(basic -> users.authenticate(basic.name(), basic.password()));
            case API_KEY -> keys.find(value).flatMap(users::find);
            case SESSION -> sessions.find(value).flatMap(users::find);
            case OTHER -> Optional.empty();
        };
    }
}
