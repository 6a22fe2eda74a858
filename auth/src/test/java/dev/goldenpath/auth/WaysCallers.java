package dev.goldenpath.auth;

import dev.goldenpath.auth.PlainHttp.Answer;
import dev.goldenpath.auth.PlainHttp.Request;
import dev.goldenpath.client.JsonText;
import java.util.Map;
import java.util.Optional;

/** Says who the caller is, and by which way in it knows. */
final class WaysCallers {
    private final WaysDesk desk;
    private final JsonText behaviour;

    WaysCallers(WaysDesk desk, JsonText behaviour) {
        this.desk = desk;
        this.behaviour = behaviour;
    }

    Answer answer(Request request) {
        try {
            Optional<Answer> known = caller(request);
            desk.count(known.isPresent() ? "served" : "rejected");
            return known.orElse(new Answer(401, "{\"error\":\"who are you?\"}"));
        } catch (Exception e) {
            desk.count("rejected");
            return new Answer(401, JsonText.write(Map.of("error", String.valueOf(e))));
        }
    }

    private Optional<Answer> caller(Request request) throws Exception {
        String authorization = request.header("authorization");
        if (authorization.startsWith("Bearer ")) {
            return desk.subject(authorization.substring("Bearer ".length()), behaviour)
                    .map(id -> says(id, "bearer"));
        }
        if (request.basic().equals(WaysServer.USER_NAME + ":" + WaysServer.PASSWORD)) {
            return Optional.of(says("alice-id", "basic"));
        }
        if (request.header("x-shop-key").equals(WaysServer.API_KEY)) {
            return Optional.of(says("alice-id", "header"));
        }
        if (WaysServer.API_KEY.equals(request.query().get("shop-key"))) {
            return Optional.of(says("alice-id", "parameter"));
        }
        for (String cookie : request.header("cookie").split("; *", -1)) {
            if (cookie.startsWith("sid=") && desk.isSession(cookie.substring("sid=".length()))) {
                return Optional.of(says("alice-id", "cookie"));
            }
        }
        return Optional.empty();
    }

    private static Answer says(String id, String way) {
        return new Answer(200, JsonText.write(Map.of("id", id, "way", way)));
    }
}
