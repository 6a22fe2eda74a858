package dev.goldenpath.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** One answer on a raw socket that breaks in the way its path names. */
final class BrokenAnswer {
    static final int TOO_LARGE = 64 * 1024 * 1024 + 1;

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nSet-Cookie: session=1\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String ZIPPED = HEAD + "Connection: close\r\nContent-Encoding: gzip\r\n";

    private BrokenAnswer() {}

    static void to(String path, Socket connection) throws IOException {
        OutputStream wire = connection.getOutputStream();
        switch (path.split("/", 0)[1]) {
            case "reset" -> connection.setSoLinger(true, 0);
            case "reset-inside" -> {
                write(wire, HEAD + "Content-Length: 100\r\n\r\nonly this");
                connection.setSoLinger(true, 0);
            }
            case "cut-length" -> write(wire, HEAD + "Content-Length: 100\r\n\r\nonly this");
            case "cut-chunk" -> write(wire, CHUNKED + "64\r\nonly this");
            case "cut-between-chunks" -> write(wire, CHUNKED + "4\r\nonly\r\n");
            case "cut-behind-gzip" -> behindGzip(wire);
            case "cut-gzip" -> sized(wire, ZIPPED, Arrays.copyOf(zipped("only this"), 12));
            case "no-gzip" -> sized(wire, ZIPPED, "only this".getBytes(StandardCharsets.UTF_8));
            case "cut-head" -> write(wire, "HTTP/1.1 200 OK\r\nContent-Ty");
            case "no-http" -> write(wire, "SSH-2.0-OpenSSH_9.2\r\n");
            case "no-length" -> write(wire, HEAD + "Content-Length: many\r\n\r\n");
            case "no-chunk" -> write(wire, CHUNKED + "many\r\n");
            case "large" -> large(wire);
            case "endless" -> endless(wire);
            case "stall" -> untilItsCallerLeaves(connection);
            case "stall-body" -> {
                write(wire, HEAD + "Content-Length: 100\r\n\r\nonly this");
                untilItsCallerLeaves(connection);
            }
            case "unread" -> forever();
            case "then-close" -> sized(wire, HEAD, "whole".getBytes(StandardCharsets.UTF_8));
            default -> {
                // Nothing at all, and the connection is closed.
            }
        }
    }

    private static void large(OutputStream wire) throws IOException {
        write(wire, HEAD + "Content-Length: " + TOO_LARGE + "\r\n\r\n");
        byte[] piece = new byte[64 * 1024];
        for (int sent = 0; sent < TOO_LARGE; sent += piece.length) {
            wire.write(piece, 0, Math.min(piece.length, TOO_LARGE - sent));
        }
    }

    private static void endless(OutputStream wire) throws IOException {
        write(wire, CHUNKED);
        while (true) {
            write(wire, "8\r\nfor ever\r\n");
        }
    }

    /** The body is whole, and what the protocol wants behind it is not. */
    private static void behindGzip(OutputStream wire) throws IOException {
        byte[] whole = zipped("only this");
        write(wire, ZIPPED + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(whole.length) + "\r\n");
        wire.write(whole);
        write(wire, "\r\n");
    }

    private static void sized(OutputStream wire, String head, byte[] body) throws IOException {
        write(wire, head + "Content-Length: " + body.length + "\r\n\r\n");
        wire.write(body);
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void untilItsCallerLeaves(Socket connection) throws IOException {
        connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** As long as the process lives; it reads nothing, so it cannot know when its caller leaves. */
    private static void forever() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(OutputStream wire, String text) throws IOException {
        wire.write(text.getBytes(StandardCharsets.UTF_8));
        wire.flush();
    }
}
