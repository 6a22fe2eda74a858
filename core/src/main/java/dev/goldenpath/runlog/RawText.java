package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text as JSON in UTF-8 has it, escaped: what copies it need not decode it. One of a log is good for as long as its line.
 *
 * @param bytes that hold it, between two quotes
 * @param start of its first byte in there, behind the quote
 * @param length in bytes, without the quotes
 * @since 0.1.0
 */
@SuppressWarnings("ArrayRecordComponent") // To copy each would take as long as to decode it.
public record RawText(byte[] bytes, int start, int length) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ESCAPES = "bfnrt";
    private static final String CONTROLS = "\b\f\n\r\t";

    /** That of a text. */
    public static RawText of(String text) {
        try {
            byte[] quoted = JSON.writeValueAsBytes(text);
            return new RawText(quoted, 1, quoted.length - 2);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether both are written in the same way. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RawText text
                && Arrays.equals(bytes, start, start + length, text.bytes, text.start, text.start + text.length);
    }

    @Override
    public int hashCode() {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /** The text. */
    @Override
    public String toString() {
        boolean plain = Bytes.next((byte) '\\', bytes, start, start + length) == start + length;
        return plain ? new String(bytes, start, length, StandardCharsets.UTF_8) : unescaped();
    }

    private String unescaped() {
        String escaped = new String(bytes, start, length, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(escaped.length());
        int begin = 0;
        for (int i = escaped.indexOf('\\'); i >= 0; i = escaped.indexOf('\\', begin)) {
            text.append(escaped, begin, i);
            char letter = escaped.charAt(i + 1);
            begin = i + 2;
            if (letter == 'u') {
                text.append((char) Integer.parseInt(escaped, begin, begin + 4, 16));
                begin += 4;
            } else {
                int control = ESCAPES.indexOf(letter);
                text.append(control < 0 ? letter : CONTROLS.charAt(control));
            }
        }
        return text.append(escaped, begin, escaped.length()).toString();
    }
}
