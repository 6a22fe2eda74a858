package dev.goldenpath.runlog;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Walks a line of a log from value to value and decodes none of it, in a fraction of the time that a parser takes which
 * has to know what it reads is JSON: lines are written by this library, and each has a digest. Not thread-safe.
 */
final class LineCursor {
    private final byte[] bytes;
    private final int end;
    private int at;

    LineCursor(Slice line) {
        bytes = line.bytes();
        at = line.start();
        end = line.start() + line.length();
    }

    /** Steps into the object or list that stands here. */
    void enter() throws IOException {
        byte next = peek();
        if (next != '{' && next != '[') {
            throw unexpected("an object or a list");
        }
        at++;
    }

    /** Whether a further value stands here; steps out of the object or list where none does. */
    boolean hasNext() throws IOException {
        if (peek() == ',') {
            at++;
        }
        if (peek() == '}' || peek() == ']') {
            at++;
            return false;
        }
        return true;
    }

    /** The name that stands before the next value. */
    RawText rawName() throws IOException {
        RawText name = text();
        if (peek() != ':') {
            throw unexpected("':'");
        }
        at++;
        return name;
    }

    /** As above, of one without escapes. */
    String name() throws IOException {
        if (peek() != '"') {
            throw unexpected("a name");
        }
        int start = at + 1;
        at = Bytes.next((byte) '"', bytes, start, end) + 1;
        String name = FieldName.of(bytes, start, at - 1 - start);
        if (peek() != ':') {
            throw unexpected("':'");
        }
        at++;
        return name;
    }

    RawText text() throws IOException {
        if (peek() != '"') {
            throw unexpected("a text");
        }
        int start = at + 1;
        int close = Bytes.closingQuote(bytes, start, end);
        if (close == end) {
            throw unexpected("the end of a text");
        }
        at = close + 1;
        return new RawText(bytes, start, close - start);
    }

    /** A text without escapes of which there are few. */
    String word() throws IOException {
        RawText text = text();
        return FieldName.of(bytes, text.start(), text.length());
    }

    /** A whole number that fits. */
    long number() throws IOException {
        boolean negative = peek() == '-';
        at += negative ? 1 : 0;
        int start = at;
        long number = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            number = Math.addExact(Math.multiplyExact(number, 10L), bytes[at++] - '0');
        }
        if (at == start) {
            throw unexpected("a whole number");
        }
        return negative ? -number : number;
    }

    boolean truth() throws IOException {
        boolean truth = peek() == 't';
        skip();
        return truth;
    }

    /** The value that stands here, whatever it is. */
    Slice skip() throws IOException {
        int start = at;
        byte first = peek();
        if (first == '"') {
            text();
        } else if (first == '{') {
            enter();
            while (hasNext()) {
                rawName();
                skip();
            }
        } else if (first == '[') {
            enter();
            while (hasNext()) {
                skip();
            }
        } else {
            while (at < end && bytes[at] != ',' && bytes[at] != '}' && bytes[at] != ']') {
                at++;
            }
        }
        return new Slice(bytes, start, at - start);
    }

    static @Nullable String text(@Nullable RawText raw) {
        return raw == null ? null : raw.toString();
    }

    private byte peek() throws IOException {
        if (at >= end) {
            throw unexpected("more");
        }
        return bytes[at];
    }

    private IOException unexpected(String wanted) {
        return new IOException("no " + wanted + " at byte " + at);
    }
}
