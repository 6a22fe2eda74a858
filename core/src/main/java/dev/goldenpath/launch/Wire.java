package dev.goldenpath.launch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a supervisor and its clients say to each other: a byte that tells what follows, then texts. */
final class Wire {
    /** Supervisor: the lease is taken. */
    static final int WELCOME = 'W';
    /** Supervisor: no lease any more, for the processes are being stopped. */
    static final int STOPPING = 'S';
    /** Supervisor: a process could not be started; the root cause and the facts follow. */
    static final int FAILED = 'F';
    /** Supervisor: a process has ended; in which words follows. */
    static final int ENDED = 'E';
    /** Client: a value to mask follows. */
    static final int VALUE = 'V';
    /** Client: the name of a JSON field to mask follows. */
    static final int FIELD = 'N';
    /** Client: the lease is given back. Without it, a connection that ends is one that broke. */
    static final int GOODBYE = 'G';

    private static final int LONGEST = 1 << 24;

    private Wire() {}

    static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("A text of " + length + " bytes is announced");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("A text of " + length + " bytes ends after " + bytes.length);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
