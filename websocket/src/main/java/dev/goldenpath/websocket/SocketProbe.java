package dev.goldenpath.websocket;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.readiness.ProbeProvider;
import dev.goldenpath.readiness.ProbeTarget;
import dev.goldenpath.readiness.ServiceCheck;
import dev.goldenpath.readiness.Sight;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Opens a WebSocket and closes it with code 1000 at once: {@code websocket: /ws}, or {@code websocket: /ws as alice}.
 * Accepted is healthy. A caller without a user may be refused with 401 or 403, for only a service that works checks its
 * callers; every other refusal is failed, and no answer is unreachable. Stateless.
 *
 * @since 0.1.0
 */
public final class SocketProbe implements ProbeProvider {
    private static final Pattern FORM = Pattern.compile("(/[^\\s#]*)(?:\\s+as\\s+(\\S+))?");
    private static final Set<Integer> CHECKS_ITS_CALLERS = Set.of(401, 403);
    private static final String PURPOSE = "readiness";

    /** A provider that has asked nothing yet. */
    public SocketProbe() {}

    @Override
    public String kind() {
        return "websocket";
    }

    @Override
    public ServiceCheck check(ProbeTarget target) {
        Matcher matcher = FORM.matcher(target.text().strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("is no path such as '/ws', or '/ws as alice'");
        }
        if (target.service().url() == null) {
            throw new IllegalArgumentException("can't be asked, for its service has no 'url'");
        }
        String path = matcher.group(1);
        String user = matcher.group(2);
        ServiceSocket socket = socket(target.clients(), target.service(), user);
        return () -> look(socket, path, user != null);
    }

    private static ServiceSocket socket(Clients clients, ServiceEndpoint service, @Nullable String user) {
        if (user == null) {
            return clients.forOwnCalls(ServiceSocket.class, service, PURPOSE);
        }
        if (!clients.environment().users().containsKey(user)) {
            throw new IllegalArgumentException("names a user who is not declared. There are: "
                    + String.join(", ", clients.environment().users().keySet()));
        }
        return clients.forOwnCalls(ServiceSocket.class, service, PURPOSE, user);
    }

    private static Sight look(ServiceSocket socket, String path, boolean asUser) {
        SocketAttempt attempt = socket.attempt(path);
        attempt.session().ifPresent(SocketSession::close);
        return new Sight(
                state(attempt, asUser),
                attempt + (asUser ? "" : remark(attempt)),
                attempt.retryAfter().orElse(null));
    }

    private static ServiceState state(SocketAttempt attempt, boolean asUser) {
        if (attempt.session().isPresent() || (!asUser && checksItsCallers(attempt))) {
            return ServiceState.HEALTHY;
        }
        return attempt.status().isPresent() ? ServiceState.FAILED : ServiceState.UNREACHABLE;
    }

    private static String remark(SocketAttempt attempt) {
        return checksItsCallers(attempt) ? ": somebody is there, and checks who calls" : "";
    }

    private static boolean checksItsCallers(SocketAttempt attempt) {
        return CHECKS_ITS_CALLERS.contains(attempt.status().orElse(0));
    }
}
