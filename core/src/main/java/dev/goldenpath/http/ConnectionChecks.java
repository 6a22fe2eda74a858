package dev.goldenpath.http;

import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.NetworkPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the connection of a response, and with the time its exchange took. */
final class ConnectionChecks {
    private static final Set<NetworkPhase> OF_A_NEW_CONNECTION =
            EnumSet.of(NetworkPhase.DNS, NetworkPhase.CONNECT, NetworkPhase.TLS);

    private final @Nullable Connection connection;

    ConnectionChecks(ServiceResponse response) {
        this.connection = response.exchange().connection();
    }

    static Optional<Mismatch> tookAtMost(ServiceResponse response, Duration limit) {
        return within("the exchange", response.took(), limit);
    }

    static Optional<Mismatch> tookAtMost(ServiceResponse response, NetworkPhase phase, Duration limit) {
        Optional<Duration> took = response.exchange().phases().of(phase);
        return took.isPresent()
                ? within(phase.word(), took.get(), limit)
                : Optional.of(Mismatch.of("Expected " + phase.word() + " to take at most "
                        + DurationWords.chosen(limit) + ", but it did not happen"
                        + new ConnectionChecks(response).whyNot(phase) + "."));
    }

    Optional<Mismatch> usedTls(String protocol) {
        String wanted = "Expected " + protocol + ", but the connection used ";
        Connection.Tls tls = tls();
        if (tls == null) {
            return Optional.of(Mismatch.of(wanted + "no TLS."));
        }
        return tls.protocol().equals(protocol)
                ? Optional.empty()
                : Optional.of(Mismatch.between(tls.protocol(), protocol, wanted + tls.protocol() + "."));
    }

    Optional<Mismatch> certificateValidFor(Duration period, Clock clock) {
        String wanted = "Expected a certificate that is valid for another " + DurationWords.chosen(period) + ", but ";
        Connection.Tls tls = tls();
        if (tls == null) {
            return Optional.of(Mismatch.of(wanted + "the connection used no TLS."));
        }
        Instant expires = tls.certificateExpires();
        if (expires == null) {
            return Optional.of(Mismatch.of(wanted + "the service showed none."));
        }
        Instant now = clock.instant();
        return expires.isBefore(now.plus(period))
                ? Optional.of(Mismatch.of(wanted + "that of " + tls.certificateSubject()
                        + (expires.isBefore(now) ? " expired at " : " expires at ") + expires + "."))
                : Optional.empty();
    }

    Optional<Mismatch> reused(boolean expected) {
        boolean reused = connection != null && connection.reused();
        if (reused == expected) {
            return Optional.empty();
        }
        return Optional.of(Mismatch.of(
                expected
                        ? "Expected a reused connection, but this one was opened for the exchange."
                        : "Expected a new connection, but this one was opened for an earlier exchange. "
                                + "A request with .onNewConnection() opens one."));
    }

    private static Optional<Mismatch> within(String what, Duration took, Duration limit) {
        return took.compareTo(limit) <= 0
                ? Optional.empty()
                : Optional.of(Mismatch.of("Expected " + what + " to take at most " + DurationWords.chosen(limit)
                        + ", but it took " + DurationWords.measured(took) + "."));
    }

    private String whyNot(NetworkPhase phase) {
        if (!OF_A_NEW_CONNECTION.contains(phase) || connection == null) {
            return "";
        }
        if (phase == NetworkPhase.TLS && connection.tls() == null) {
            return ": the connection used no TLS";
        }
        if (connection.reused()) {
            return ": the connection was opened for an earlier exchange. Send the request with .onNewConnection()";
        }
        return phase == NetworkPhase.DNS ? ": no name was looked up for this connection" : "";
    }

    private Connection.@Nullable Tls tls() {
        return connection == null ? null : connection.tls();
    }
}
