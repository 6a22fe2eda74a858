package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns lines into bytes, each redacted, numbered and chained to the one before. Not thread-safe. */
final class LineEncoder {
    private static final int BATCH = 64 * 1024;
    /** A buffer that one long line has made larger is not kept. */
    private static final int BUFFER_KEPT = 1 << 20;

    private final RunClock clock;
    private final Redaction redaction;
    private final JsonMapper mapper = LogJson.mapper();
    private final SerializerProvider provider = mapper.getSerializerProviderInstance();
    private final Map<Class<?>, JsonSerializer<Object>> serializers = new HashMap<>();
    private final IsoInstant instants = new IsoInstant();
    private final LineHash previous = new LineHash();
    private final Buffer buffer = new Buffer();
    /** One for all lines, until a line breaks it: to make one takes about as much as to write a short line. */
    private @Nullable Output output;

    private long seq;

    /** What writes to the buffer, and what writes fields by it. */
    private record Output(RedactingGenerator json, LineFields fields) {}

    LineEncoder(RunClock clock, Redaction redaction) {
        this.clock = clock;
        this.redaction = redaction;
    }

    /**
     * Adds one line to those that {@link #writeTo} will write.
     *
     * @throws IOException when its content can't be written as JSON; then nothing is added
     */
    void add(Line line) throws IOException {
        int start = buffer.size();
        try {
            encode(line);
        } catch (IOException | RuntimeException | Error e) {
            output = null;
            buffer.cutTo(start);
            throw new IOException("A line of type " + line.type().text() + " can't be written: " + e, e);
        }
        previous.of(buffer.bytes(), start, buffer.size() - start);
        seq++;
        buffer.write('\n');
    }

    /** Whether it is time to write. */
    boolean isFull() {
        return buffer.size() >= BATCH;
    }

    /** Writes all lines added since, in one piece: a kill leaves whole lines and at most one that is cut. */
    void writeTo(OutputStream file) throws IOException {
        if (buffer.size() == 0) {
            return;
        }
        file.write(buffer.bytes(), 0, buffer.size());
        buffer.empty();
    }

    private void encode(Line line) throws IOException {
        if (output == null) {
            RedactingGenerator redacting = new RedactingGenerator(mapper.createGenerator(buffer), redaction);
            output = new Output(redacting, new LineFields(redacting, provider, serializers, instants));
        }
        // The keys of other lines are names out of goldenpath.yaml and the words of this format.
        output.json().beginLine(line.type() == LineType.EVIDENCE);
        JsonGenerator plain = output.json().delegate();
        plain.writeStartObject();
        plain.writeStringField("type", line.type().text());
        plain.writeNumberField("seq", seq + 1);
        plain.writeFieldName("at");
        instants.write(clock.at(line.nanos()), plain);
        plain.writeFieldName("prev");
        previous.writeTo(plain);
        line.content().writeTo(output.fields());
        plain.writeEndObject();
        plain.flush();
    }

    /** Gives its bytes without a copy. */
    private static final class Buffer extends ByteArrayOutputStream {
        Buffer() {
            super(2 * BATCH);
        }

        byte[] bytes() {
            return buf;
        }

        void cutTo(int size) {
            count = size;
        }

        void empty() {
            reset();
            if (buf.length > BUFFER_KEPT) {
                buf = new byte[2 * BATCH];
            }
        }
    }
}
