package dev.goldenpath.websocket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Frames of RFC 6455, read and written by a server. */
record WireFrames(DataInputStream in, OutputStream out) {
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FINAL = 0x80;

    /** One frame without its mask. */
    record Frame(int opcode, byte[] payload) {
        boolean isPing() {
            return opcode == PING;
        }

        boolean isBinary() {
            return opcode == BINARY;
        }

        boolean isClose() {
            return opcode == CLOSE;
        }

        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        int closeCode() {
            return ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        }

        String closeReason() {
            return new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        }
    }

    static byte[] text(String text) throws IOException {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] binary(byte[] content) throws IOException {
        return frame(BINARY, content);
    }

    static byte[] pong(byte[] content) throws IOException {
        return frame(PONG, content);
    }

    /** One text message in so many frames. */
    static byte[] fragments(String text, int pieces) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < pieces; i++) {
            int from = content.length * i / pieces;
            int to = content.length * (i + 1) / pieces;
            int first = (i == pieces - 1 ? FINAL : 0) | (i == 0 ? TEXT : 0);
            all.writeBytes(frameOf(first, Arrays.copyOfRange(content, from, to)));
        }
        return all.toByteArray();
    }

    static byte[] close(int code, String reason) throws IOException {
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        return frame(
                CLOSE,
                ByteBuffer.allocate(2 + words.length)
                        .putShort((short) code)
                        .put(words)
                        .array());
    }

    Frame read() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0F;
        int length = in.readUnsignedByte() & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new Frame(opcode, payload);
    }

    /** Writes everything at once, so that it travels in one segment where it fits. */
    void writeAll(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        out.write(all.toByteArray());
        out.flush();
    }

    private static byte[] frame(int opcode, byte[] payload) throws IOException {
        return frameOf(FINAL | opcode, payload);
    }

    private static byte[] frameOf(int first, byte[] payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream frame = new DataOutputStream(bytes);
        frame.writeByte(first);
        if (payload.length < 126) {
            frame.writeByte(payload.length);
        } else if (payload.length <= 0xFFFF) {
            frame.writeByte(126);
            frame.writeShort(payload.length);
        } else {
            frame.writeByte(127);
            frame.writeLong(payload.length);
        }
        frame.write(payload);
        return bytes.toByteArray();
    }
}
