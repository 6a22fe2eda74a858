package dev.goldenpath.auth;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.environment.LoginEndpoint;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The login of a service in its own JSON shape. */
final class LoginRequest {
    private LoginRequest() {}

    /** Masks what goes in and comes out: a call is recorded before its answer can be read. */
    static void mask(UserAccount user, LoginEndpoint login, Redaction redaction) {
        user.secrets().values().forEach(secret -> redaction.addValue(secret.reveal()));
        maskField(login.password(), redaction);
        maskField(login.token(), redaction);
        maskField(login.refresh(), redaction);
    }

    static Function<ServiceClient, ServiceRequest> of(UserAccount user, LoginEndpoint login) {
        Map<String, String> credentials = new LinkedHashMap<>();
        credentials.put(login.username(), user.required("username"));
        credentials.put(login.password(), user.secret("password").reveal());
        String body = JsonText.object(credentials);
        return client -> client.post(login.path()).body(body, "application/json");
    }

    private static void maskField(@Nullable String pointer, Redaction redaction) {
        if (pointer != null) {
            String name = pointer.substring(pointer.lastIndexOf('/') + 1);
            redaction.addField(name.replace("~1", "/").replace("~0", "~"));
        }
    }
}
