package dev.goldenpath.example.stack.auth;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The clients every stack knows; the secret is as public as the demo users' are. */
final class DemoClients {
    private static final String ROBOT_SECRET = "agent-robot-local-secret";

    private final OAuthClient robot;
    private final OAuthClient web =
            new OAuthClient("agent-web", null, Set.of(OAuthClient.PASSWORD, OAuthClient.REFRESH_TOKEN), null);

    private DemoClients(User robotAccount) {
        robot = new OAuthClient(
                "agent-robot",
                ROBOT_SECRET,
                Set.of(OAuthClient.CLIENT_CREDENTIALS, OAuthClient.PASSWORD, OAuthClient.REFRESH_TOKEN),
                robotAccount);
    }

    /** Makes the clients, and stores the one's own user, whose password nobody knows. */
    static DemoClients seed(Users users) {
        return new DemoClients(users.put("robot@example.com", OpaqueToken.random()));
    }

    Optional<OAuthClient> find(String id) {
        return Stream.of(robot, web).filter(client -> client.id().equals(id)).findFirst();
    }
}
