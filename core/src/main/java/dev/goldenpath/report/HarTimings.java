package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phases;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The phases of a call as an HTTP Archive has them: in milliseconds, -1 where there was none, {@code connect} with the
 * TLS handshake in it, and {@code wait} with a WebSocket's upgrade.
 */
final class HarTimings {
    private static final Set<NetworkPhase> NOT_WAITING = EnumSet.of(
            NetworkPhase.QUEUED,
            NetworkPhase.DNS,
            NetworkPhase.CONNECT,
            NetworkPhase.TLS,
            NetworkPhase.SEND,
            NetworkPhase.RECEIVE);

    private final JsonGenerator json;
    private final Phases phases;

    HarTimings(JsonGenerator json, Phases phases) {
        this.json = json;
        this.phases = phases;
    }

    /** The sum of the timings, as the format demands: what is in none of them is not in it. */
    void writeTime() throws IOException {
        json.writeFieldName("time");
        write(phases.parts().values().stream().mapToLong(HarTimings::micros).sum());
    }

    void write() throws IOException {
        json.writeObjectFieldStart("timings");
        write("blocked", phases.of(NetworkPhase.QUEUED));
        write("dns", phases.of(NetworkPhase.DNS));
        Optional<Duration> tls = phases.of(NetworkPhase.TLS);
        Optional<Duration> connect = phases.of(NetworkPhase.CONNECT);
        json.writeFieldName("connect");
        write(
                connect.isEmpty() && tls.isEmpty()
                        ? -1_000
                        : connect.map(HarTimings::micros).orElse(0L)
                                + tls.map(HarTimings::micros).orElse(0L));
        write("ssl", tls);
        write("send", phases.of(NetworkPhase.SEND));
        write("wait", waiting());
        write("receive", phases.of(NetworkPhase.RECEIVE));
        if (phases.unattributed() != null) {
            write("_unattributed", Optional.of(phases.unattributed()));
        }
        write("_total", Optional.of(phases.total()));
        json.writeEndObject();
    }

    /** For the answer, or for the upgrade: all that no other field has, for their sum is the time. */
    private Optional<Duration> waiting() {
        return phases.parts().entrySet().stream()
                .filter(part -> !NOT_WAITING.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Duration::plus);
    }

    private void write(String name, Optional<Duration> took) throws IOException {
        json.writeFieldName(name);
        write(took.map(HarTimings::micros).orElse(-1_000L));
    }

    private void write(long micros) throws IOException {
        if (micros % 1_000 == 0) {
            json.writeNumber(micros / 1_000);
        } else {
            // As text, for a run has millions of them, and a decimal of the library takes longer.
            json.writeNumber(
                    micros / 1_000 + "." + Long.toString(1_000 + micros % 1_000).substring(1));
        }
    }

    /** Cut to microseconds one by one, so that the sum of what is written is the sum that is written. */
    private static long micros(Duration took) {
        return took.toNanos() / 1_000;
    }
}
