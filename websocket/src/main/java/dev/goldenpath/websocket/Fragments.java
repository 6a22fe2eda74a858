package dev.goldenpath.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the fragments of one session's messages together, as far as they may go. Tyrus would do so, too, and end the
 * session where they go too far, but as if the service had. Not thread-safe: a session's frames come one by one.
 */
final class Fragments {
    private final int largest;
    private @Nullable StringBuilder text;
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private int bytes;

    /** Fragments of messages of so many bytes at most. */
    Fragments(int largest) {
        this.largest = largest;
    }

    /** Hands a message that is whole, or already too large, to {@code whole} with its size. */
    void add(String part, boolean last, BiConsumer<String, Integer> whole) {
        bytes += Utf8.length(part);
        if (text == null && last) {
            finish(part, whole);
            return;
        }
        StringBuilder before = text == null ? new StringBuilder() : text;
        text = before.append(part);
        if (last || bytes > largest) {
            finish(text.toString(), whole);
        }
    }

    /** As above; the content is a copy. */
    void add(ByteBuffer part, boolean last, BiConsumer<byte[], Integer> whole) {
        byte[] content = new byte[part.remaining()];
        part.get(content);
        bytes += content.length;
        if (last && binary.size() == 0) {
            finish(content, whole);
            return;
        }
        binary.writeBytes(content);
        if (last || bytes > largest) {
            finish(binary.toByteArray(), whole);
        }
    }

    private <T> void finish(T message, BiConsumer<T, Integer> whole) {
        int size = bytes;
        text = null;
        binary.reset();
        bytes = 0;
        whole.accept(message, size);
    }
}
