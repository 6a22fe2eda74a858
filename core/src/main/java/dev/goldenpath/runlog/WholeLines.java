package dev.goldenpath.runlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a log into blocks of whole lines. What stands behind the last line end was cut short by a kill, and is left out.
 * Not thread-safe.
 */
final class WholeLines implements AutoCloseable {
    /** Enough that threads seldom meet, and less than what G1 calls humongous in a small heap. */
    private static final int USUAL = 256 * 1024;

    private final InputStream in;
    private final int usual;
    private byte[] rest = new byte[0];
    private long offset;

    WholeLines(Path log) throws IOException {
        this(log, USUAL);
    }

    /** @param usual how many bytes a block has, but for one that holds a longer line */
    WholeLines(Path log, int usual) throws IOException {
        this.in = Files.newInputStream(log);
        this.usual = usual;
    }

    /**
     * Lines that stand one behind the other.
     *
     * @param lines those, each with its end
     * @param offset of the first byte in the file
     */
    record Block(Slice lines, long offset) {}

    /** The next, null behind the last whole line. */
    @Nullable
    Block next() throws IOException {
        byte[] bytes = Arrays.copyOf(rest, rest.length + usual);
        int held = rest.length;
        int searched = 0;
        while (true) {
            int read = in.readNBytes(bytes, held, bytes.length - held);
            held += read;
            int end = endOfLast(bytes, searched, held);
            if (end > 0) {
                Block block = new Block(new Slice(bytes, 0, end), offset);
                rest = Arrays.copyOfRange(bytes, end, held);
                offset += end;
                return block;
            }
            if (read == 0) {
                return null;
            }
            searched = held;
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }

    /** Behind the last line end between those, 0 where there is none. */
    private static int endOfLast(byte[] bytes, int start, int end) {
        for (int i = end - 1; i >= start; i--) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
