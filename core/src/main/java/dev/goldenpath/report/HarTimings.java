package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phases;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
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

    private static final int ABSENT = -1_000;

    private final JsonGenerator json;
    private final HarFields fields;
    private final Phases phases;

    HarTimings(JsonGenerator json, HarFields fields, Phases phases) {
        this.json = json;
        this.fields = fields;
        this.phases = phases;
    }

    /** The sum of the timings, as the format demands: what is in none of them is not in it. */
    void writeTime() throws IOException {
        long sum = 0;
        for (Duration part : phases.parts().values()) {
            sum += micros(part);
        }
        write("time", sum);
    }

    void write() throws IOException {
        fields.name("timings");
        json.writeStartObject();
        write("blocked", micros(NetworkPhase.QUEUED));
        write("dns", micros(NetworkPhase.DNS));
        long tls = micros(NetworkPhase.TLS);
        long connect = micros(NetworkPhase.CONNECT);
        write("connect", tls == ABSENT && connect == ABSENT ? ABSENT : Math.max(tls, 0) + Math.max(connect, 0));
        write("ssl", tls);
        write("send", micros(NetworkPhase.SEND));
        write("wait", waiting());
        write("receive", micros(NetworkPhase.RECEIVE));
        if (phases.unattributed() != null) {
            write("_unattributed", micros(phases.unattributed()));
        }
        write("_total", micros(phases.total()));
        json.writeEndObject();
    }

    /** For the answer, or for the upgrade: all that no other field has, for their sum is the time. */
    private long waiting() {
        long sum = ABSENT;
        for (Map.Entry<NetworkPhase, Duration> part : phases.parts().entrySet()) {
            if (!NOT_WAITING.contains(part.getKey())) {
                sum = Math.max(sum, 0) + micros(part.getValue());
            }
        }
        return sum;
    }

    private void write(String name, long micros) throws IOException {
        fields.name(name);
        if (micros % 1_000 == 0) {
            json.writeNumber(micros / 1_000);
        } else {
            // As text, for a run has millions of them, and a decimal of the library takes longer.
            json.writeNumber(
                    micros / 1_000 + "." + Long.toString(1_000 + micros % 1_000).substring(1));
        }
    }

    private long micros(NetworkPhase phase) {
        Duration took = phases.parts().get(phase);
        return took == null ? ABSENT : micros(took);
    }

    /** Cut to microseconds one by one, so that the sum of what is written is the sum that is written. */
    private static long micros(Duration took) {
        return took.toNanos() / 1_000;
    }
}
