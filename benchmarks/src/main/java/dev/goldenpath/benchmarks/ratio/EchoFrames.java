package dev.goldenpath.benchmarks.ratio;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Turns the frames that a client sends (RFC 6455, short ones) into those that a server sends back. Not thread-safe. */
final class EchoFrames {
    private static final int OPCODE = 0x0F;
    private static final int CLOSE = 8;
    private static final int LENGTH = 0x7F;
    private static final int LONGEST = 125;
    private static final int HEAD = 2;
    private static final int MASK = 4;

    private final ByteBuffer received;
    private final ByteBuffer echo;
    private boolean over;

    /** @param received where what was read is put: frames with a mask, of which the last may not be whole */
    EchoFrames(ByteBuffer received) {
        this.received = received;
        this.echo = ByteBuffer.allocateDirect(received.capacity()).flip();
    }

    /** What is to be sent: the same frames without a mask. */
    ByteBuffer echo() {
        return echo;
    }

    /** Whether the client has ended the session. */
    boolean isOver() {
        return over;
    }

    /** Answers all frames that are whole. */
    void answer() throws IOException {
        received.flip();
        echo.clear();
        while (received.remaining() >= HEAD + MASK) {
            int start = received.position();
            int length = received.get(start + 1) & LENGTH;
            if (length > LONGEST) {
                throw new IOException("A frame is longer than " + LONGEST + " bytes.");
            }
            if (received.remaining() < HEAD + MASK + length) {
                break;
            }
            over |= (received.get(start) & OPCODE) == CLOSE;
            answer(start, length);
            received.position(start + HEAD + MASK + length);
        }
        received.compact();
        echo.flip();
    }

    private void answer(int start, int length) {
        int mask = start + HEAD;
        int content = mask + MASK;
        echo.put(received.get(start)).put((byte) length);
        for (int i = 0; i < length; i++) {
            echo.put((byte) (received.get(content + i) ^ received.get(mask + i % MASK)));
        }
    }
}
