package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phases;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * The phases of an exchange as an HTTP Archive has them: in milliseconds, -1 where there was none, and {@code connect}
 * with the TLS handshake in it.
 */
final class HarTimings {
    private static final int MICROS_ARE_DECIMALS = 3;

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
        write("wait", phases.of(NetworkPhase.WAIT));
        write("receive", phases.of(NetworkPhase.RECEIVE));
        if (phases.unattributed() != null) {
            write("_unattributed", Optional.of(phases.unattributed()));
        }
        write("_total", Optional.of(phases.total()));
        json.writeEndObject();
    }

    private void write(String name, Optional<Duration> took) throws IOException {
        json.writeFieldName(name);
        write(took.map(HarTimings::micros).orElse(-1_000L));
    }

    private void write(long micros) throws IOException {
        if (micros % 1_000 == 0) {
            json.writeNumber(micros / 1_000);
        } else {
            json.writeNumber(BigDecimal.valueOf(micros, MICROS_ARE_DECIMALS));
        }
    }

    /** Cut to microseconds one by one, so that the sum of what is written is the sum that is written. */
    private static long micros(Duration took) {
        return took.toNanos() / 1_000;
    }
}
