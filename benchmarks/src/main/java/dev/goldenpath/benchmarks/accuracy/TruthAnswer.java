package dev.goldenpath.benchmarks.accuracy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;

/** An answer whose first byte and whose pieces come late by the clock. */
final class TruthAnswer {
    /** From the end of the request to the first byte. */
    static final int WAIT_MILLIS = 50;
    /** From one piece of the body to the next. */
    static final int PIECE_MILLIS = 30;
    /** How many pieces follow the first, which goes with the head. */
    static final int MORE_PIECES = 3;

    private static final String PIECE = "0123456789abcdef".repeat(16);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n"
            + "Content-Length: " + PIECE.length() * (MORE_PIECES + 1) + "\r\n\r\n";

    private TruthAnswer() {}

    /** Reads a request without a body, and answers it. */
    static void send(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        BufferedReader request = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        String line = request.readLine();
        while (line != null && !line.isEmpty()) {
            line = request.readLine();
        }
        long read = System.nanoTime();
        OutputStream answer = socket.getOutputStream();
        Delay.until(read, WAIT_MILLIS);
        answer.write((HEAD + PIECE).getBytes(US_ASCII));
        for (int i = 1; i <= MORE_PIECES; i++) {
            Delay.until(read, WAIT_MILLIS + i * PIECE_MILLIS);
            answer.write(PIECE.getBytes(US_ASCII));
        }
        socket.close();
    }
}
