package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.goldenpath.evidence.Attachment;
import dev.goldenpath.evidence.Identity;
import dev.goldenpath.evidence.SocketTraffic;
import dev.goldenpath.evidence.Step;
import dev.goldenpath.runlog.EvidenceIndex;
import dev.goldenpath.runlog.LoggedEvidence;
import dev.goldenpath.runlog.LoggedExchange;
import dev.goldenpath.runlog.LoggedSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Some of the entries of an archive: made beside others, and written behind them. A session is made when it is written,
 * for its messages may be larger than what memory has room for.
 */
final class HarPart implements Callable<HarPart> {
    /**
     * How much of the logs a part is made of: enough that threads seldom meet, and so little that neither it nor what is
     * made of it is what G1 calls humongous in a small heap.
     */
    static final int BYTES = 256 * 1024;

    private static final int USUALLY_MADE = BYTES / 2 * 3;

    private static final String BETWEEN = ",\n";
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator(BETWEEN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final EvidenceIndex evidence;
    private final Set<String> pages;
    private final Queue<ByteArrayOutputStream> buffers;
    private final ByteArrayOutputStream made;
    private final KeptEvidence read = new KeptEvidence();

    /**
     * Made when it is called.
     *
     * @param pages tests that have a page
     * @param buffers that parts before it need no more; it adds its own once it was written
     */
    HarPart(EvidenceIndex evidence, Set<String> pages, Queue<ByteArrayOutputStream> buffers) {
        this.evidence = evidence;
        this.pages = pages;
        this.buffers = buffers;
        ByteArrayOutputStream used = buffers.poll();
        this.made = used == null ? new ByteArrayOutputStream(USUALLY_MADE) : used;
    }

    @Override
    public HarPart call() throws IOException {
        if (!evidence.isSession()) {
            make(made, read);
        }
        return this;
    }

    /**
     * Writes it, once it was called, and shows its evidence to {@code reader}.
     *
     * @param begun whether entries stand before it
     * @return whether entries stand behind it now
     */
    boolean writeTo(OutputStream out, boolean begun, EvidenceIndex.Taker reader) throws IOException {
        boolean session = evidence.isSession();
        if (session || made.size() > 0) {
            out.write((begun ? BETWEEN : "\n").getBytes(StandardCharsets.US_ASCII));
        }
        if (session) {
            make(out, reader);
            return true;
        }
        boolean any = made.size() > 0;
        made.writeTo(out);
        made.reset();
        buffers.add(made);
        read.show(reader);
        return begun || any;
    }

    private void make(OutputStream out, EvidenceIndex.Taker reader) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            HarFields fields = new HarFields(json, pages);
            evidence.forEach(new Entries(new HarEntry(json, fields), new HarSession(json, fields), reader));
        }
    }

    /** Writes exchanges and sessions as entries, and hands on all there is. */
    private record Entries(HarEntry entry, HarSession session, EvidenceIndex.Taker reader)
            implements EvidenceIndex.Taker {

        @Override
        public void undecoded(LoggedExchange exchange) throws IOException {
            entry.write(exchange);
            reader.exchange(exchange.bare());
        }

        @Override
        public void session(LoggedSession opened) throws IOException {
            session.write(opened);
            reader.session(opened);
        }

        @Override
        public void step(LoggedEvidence<Step> step) throws IOException {
            reader.step(step);
        }

        @Override
        public void attachment(LoggedEvidence<Attachment> attachment) throws IOException {
            reader.attachment(attachment);
        }

        @Override
        public void identity(LoggedEvidence<Identity> identity) throws IOException {
            reader.identity(identity);
        }

        @Override
        public void socket(LoggedEvidence<SocketTraffic> socket) throws IOException {
            reader.socket(socket);
        }
    }
}
