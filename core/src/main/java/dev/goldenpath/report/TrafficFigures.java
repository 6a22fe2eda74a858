package dev.goldenpath.report;

import dev.goldenpath.evidence.Attachment;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Identity;
import dev.goldenpath.evidence.SocketTraffic;
import dev.goldenpath.evidence.Step;
import dev.goldenpath.runlog.EvidenceIndex;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedEvidence;
import dev.goldenpath.runlog.LoggedSession;
import dev.goldenpath.runlog.LoggedTest;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what tests exchanged with services by their own calls; what the library asked for itself is not among it. Not
 * thread-safe.
 */
final class TrafficFigures implements EvidenceIndex.Taker {
    private final Map<Attempt, TestTraffic> tests = new HashMap<>();
    private final Map<String, ServiceTraffic> services = new TreeMap<>();

    private record Attempt(Path log, String test, int number) {}

    @Override
    public void exchange(LoggedEvidence<HttpExchange> logged) {
        HttpExchange exchange = logged.evidence();
        boolean own = exchange.purpose() == null || exchange.purpose().equals(HttpExchange.REPLAY);
        if (own && logged.test() != null) {
            TestTraffic traffic = traffic(logged, logged.test());
            traffic.add(exchange);
            traffic.users().add(logged);
            service(exchange.service()).add(exchange);
        }
    }

    @Override
    public void session(LoggedSession session) {
        var handshake = session.handshake();
        if (handshake.test() != null) {
            TestTraffic traffic = traffic(handshake, handshake.test());
            traffic.add(handshake.evidence());
            traffic.users().add(handshake, session.messages());
            service(handshake.evidence().service()).add(handshake.evidence(), session.messages());
        }
    }

    @Override
    public void step(LoggedEvidence<Step> step) {
        if (step.test() != null && step.evidence().user() != null) {
            traffic(step, step.test()).users().step(step);
        }
    }

    @Override
    public void attachment(LoggedEvidence<Attachment> attachment) {
        if (attachment.test() != null) {
            traffic(attachment, attachment.test()).add(attachment.evidence());
        }
    }

    @Override
    public void identity(LoggedEvidence<Identity> identity) {
        service(identity.evidence().service()).add(identity.evidence());
    }

    @Override
    public void socket(LoggedEvidence<SocketTraffic> socket) {
        String service = socket.evidence().service();
        if (service != null && socket.test() != null) {
            service(service).add(socket.evidence());
        }
    }

    private TestTraffic traffic(LoggedEvidence<?> logged, String test) {
        int attempt = logged.attempt() == null ? 1 : logged.attempt();
        return tests.computeIfAbsent(new Attempt(logged.log(), test, attempt), key -> new TestTraffic());
    }

    private ServiceTraffic service(String name) {
        return services.computeIfAbsent(name, key -> new ServiceTraffic());
    }

    /** Of the attempt that counts; nothing where it called nobody. */
    TestTraffic of(LoggedTest test) {
        return of(test, test.last().map(LoggedAttempt::number).orElse(1));
    }

    /** Of the attempt of this number, likewise. */
    TestTraffic of(LoggedTest test, int attempt) {
        return tests.getOrDefault(new Attempt(test.log(), test.plan().test(), attempt), new TestTraffic());
    }

    /** By the service's name. */
    Map<String, ServiceTraffic> services() {
        return Collections.unmodifiableMap(services);
    }
}
