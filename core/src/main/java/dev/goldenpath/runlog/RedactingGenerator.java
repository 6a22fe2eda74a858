package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;

/**
 * Redacts each text of a line as it is written: all values, and in evidence the keys of maps too, for these come from
 * outside. Names of fields, constants, numbers and instants are ours and stay. Not thread-safe.
 */
final class RedactingGenerator extends JsonGeneratorDelegate {
    /** What readers match on. It holds no secret, and a password such as {@code test} must not take it apart. */
    private static final Set<String> NEVER_REDACTED = Set.of(
            "type",
            "format",
            "run",
            "jvm",
            "test",
            "class",
            "priority",
            "kind",
            "phase",
            "verdict",
            "grade",
            "startedAt",
            "direction",
            "opcode",
            "sha256",
            "file");

    private final Redaction redaction;
    private boolean keysToo;
    private boolean spared;
    private boolean trusted;

    RedactingGenerator(JsonGenerator generator, Redaction redaction) {
        super(generator, false);
        this.redaction = redaction;
    }

    /** Begins a line of which nothing is trusted yet. */
    void beginLine(boolean withForeignKeys) {
        keysToo = withForeignKeys;
        spared = false;
        trusted = false;
    }

    @Override
    public void writeFieldName(String name) throws IOException {
        boolean top = atTop(name);
        delegate.writeFieldName(top || trusted || !keysToo ? name : redaction.text(name));
    }

    @Override
    public void writeFieldName(SerializableString name) throws IOException {
        atTop(name.getValue());
        delegate.writeFieldName(name);
    }

    @Override
    public void writeString(String text) throws IOException {
        delegate.writeString(spared || trusted ? text : redaction.text(text));
    }

    /** All that follows was redacted when it was recorded. */
    void trust() {
        trusted = true;
    }

    /** Writes a text that was redacted when it was recorded: bodies are most of a log, and long. */
    void writeRedacted(String text) throws IOException {
        delegate.writeString(text);
    }

    @Override
    public void writeString(char[] text, int offset, int length) throws IOException {
        writeString(new String(text, offset, length));
    }

    /** A constant, such as that of an enum. */
    @Override
    public void writeString(SerializableString text) throws IOException {
        delegate.writeString(text);
    }

    @Override
    public void writeString(Reader reader, int length) {
        throw new UnsupportedOperationException("Text of unknown length can't be redacted");
    }

    @Override
    public void writeArray(String[] texts, int offset, int length) throws IOException {
        writeStartArray(texts, length);
        for (int i = offset; i < offset + length; i++) {
            writeString(texts[i]);
        }
        writeEndArray();
    }

    /** Whether the field that begins now is one of the line itself; what is below such a field goes by its rule. */
    private boolean atTop(String name) {
        boolean top = delegate.getOutputContext().getParent().inRoot();
        if (top) {
            spared = NEVER_REDACTED.contains(name);
        }
        return top;
    }
}
