package dev.goldenpath.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.goldenpath.auth.PlainHttp.Answer;
import dev.goldenpath.auth.PlainHttp.Request;
import dev.goldenpath.client.JsonText;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The token endpoint of the {@link WaysServer}, as RFC 6749 has it. */
final class WaysTokens {
    private final WaysDesk desk;
    private final JsonText behaviour;
    private final String issuer;

    WaysTokens(WaysDesk desk, JsonText behaviour, String issuer) {
        this.desk = desk;
        this.behaviour = behaviour;
        this.issuer = issuer;
    }

    Answer answer(Request request) throws Exception {
        Map<String, String> form = request.form();
        String grant = form.getOrDefault("grant_type", "");
        desk.count(grant);
        int status = behaviour
                .at("/" + grant + "Status", Integer.class)
                .orElse(behaviour.at("/tokenStatus", Integer.class).orElse(200));
        if (status != 200) {
            return new Answer(status, behaviour.at("/body", String.class).orElse("{\"error\":\"as told\"}"));
        }
        if (!isClient(request, form)) {
            return error(401, "invalid_client", "unknown client '" + form.get("client_id") + "'");
        }
        switch (grant) {
            case "client_credentials":
                return issued("service-account", form);
            case "password":
                boolean known = WaysServer.USER_NAME.equals(form.get("username"))
                        && WaysServer.PASSWORD.equals(form.get("password"));
                return known
                        ? issued("alice-id", form)
                        : error(400, "invalid_grant", "'" + form.get("password") + "' is wrong");
            case "refresh_token":
                return desk.redeem(form.getOrDefault("refresh_token", ""))
                        ? issued("alice-id", form)
                        : error(400, "invalid_grant", "'" + form.get("refresh_token") + "' is no refresh token");
            default:
                return error(400, "unsupported_grant_type", grant);
        }
    }

    private boolean isClient(Request request, Map<String, String> form) {
        String[] basic = request.basic().split(":", 2);
        if (basic.length == 2) {
            return !form.containsKey("client_secret")
                    && URLDecoder.decode(basic[0], UTF_8).equals(WaysServer.CLIENT_ID)
                    && URLDecoder.decode(basic[1], UTF_8).equals(WaysServer.CLIENT_SECRET);
        }
        // A public client has no secret.
        return WaysServer.CLIENT_ID.equals(form.get("client_id"))
                && form.getOrDefault("client_secret", WaysServer.CLIENT_SECRET).equals(WaysServer.CLIENT_SECRET);
    }

    private Answer issued(String subject, Map<String, String> form) throws Exception {
        if (behaviour.at("/body").isPresent()) {
            return new Answer(200, behaviour.at("/body", String.class).orElseThrow());
        }
        String scope = behaviour.at("/scope", String.class).orElse(form.getOrDefault("scope", "read"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", desk.token(subject, issuer, scope, behaviour));
        answer.put("token_type", "Bearer");
        answer.put("scope", scope);
        behaviour
                .at("/expiresIn")
                .or(() -> behaviour.at("/lifetime"))
                .ifPresent(seconds -> answer.put("expires_in", seconds));
        if (behaviour.at("/withoutRefreshToken").isEmpty()) {
            answer.put("refresh_token", desk.refreshToken());
        }
        return new Answer(200, JsonText.write(answer));
    }

    private static Answer error(int status, String error, String description) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("error", error);
        told.put("error_description", description);
        return new Answer(status, JsonText.write(told));
    }
}
