package dev.goldenpath.launch;

import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Redaction;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where a supervisor gives leases: a connection each, on the loopback interface, to who shows the key. A lease is over when
 * its connection ends, and when its holder does.
 */
final class ControlPort {
    private static final int GREETING_MILLIS = 2_000;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int KEY_BYTES = 16;
    private static final int BACKLOG = 200;

    private final ServerSocket server;
    private final String key;
    private final Leases leases;
    private final Redaction redaction;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "goldenpath-lease");
        thread.setDaemon(true);
        return thread;
    });

    private ControlPort(ServerSocket server, String key, Leases leases, Redaction redaction) {
        this.server = server;
        this.key = key;
        this.leases = leases;
        this.redaction = redaction;
    }

    /** A port that takes connections, and answers them when {@link #answer} is called. */
    static ControlPort open(Leases leases, Redaction redaction) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new ControlPort(
                new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()),
                HexFormat.of().formatHex(key),
                leases,
                redaction);
    }

    int port() {
        return server.getLocalPort();
    }

    String key() {
        return key;
    }

    /**
     * Answers from now on.
     *
     * @param failure why the processes do not run; every client is told
     * @param ended becomes what every lease holder is told
     */
    void answer(@Nullable EnvironmentNotReadyException failure, CompletableFuture<String> ended) {
        threads.execute(() -> {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    threads.execute(() -> serve(client, failure, ended));
                } catch (IOException e) {
                    // One that broke off at once, or the system gives no more connections for now.
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        });
    }

    private void serve(Socket client, @Nullable EnvironmentNotReadyException failure, CompletableFuture<String> ended) {
        try (client;
                DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()))) {
            client.setSoTimeout(GREETING_MILLIS);
            if (!isKey(in.readNBytes(key.length()))) {
                return;
            }
            ProcessMark holder = new ProcessMark(in.readLong(), Instant.ofEpochMilli(in.readLong()));
            if (!leases.take()) {
                out.writeByte(Wire.STOPPING);
                return;
            }
            boolean withGoodbye = false;
            try {
                if (failure != null) {
                    tell(failure, out);
                    withGoodbye = true;
                    return;
                }
                // Before the welcome, behind which the holder may end at once, and then is not found any more.
                Optional<ProcessHandle> process = holder.find();
                out.writeByte(Wire.WELCOME);
                out.flush();
                client.setSoTimeout(0);
                CompletableFuture<?> told = ended.thenAcceptAsync(words -> tell(words, out), threads);
                // A connection may outlive who opened it, in a process that has inherited it.
                CompletableFuture<?> gone = process.map(ProcessHandle::onExit)
                        .orElseGet(CompletableFuture::new)
                        .thenRun(() -> close(client));
                try {
                    listen(in);
                    withGoodbye = true;
                } finally {
                    told.cancel(false);
                    gone.cancel(false);
                }
            } finally {
                leases.giveBack(withGoodbye);
            }
        } catch (IOException e) {
            // The client is gone, or never was one.
            return;
        }
    }

    private boolean isKey(byte[] shown) {
        return MessageDigest.isEqual(shown, key.getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns when the client says goodbye. */
    private void listen(DataInputStream in) throws IOException {
        for (byte word = in.readByte(); word != Wire.GOODBYE; word = in.readByte()) {
            switch (word) {
                case Wire.VALUE -> redaction.addValue(Wire.read(in));
                case Wire.FIELD -> redaction.addField(Wire.read(in));
                default -> throw new IOException("Unknown word " + word);
            }
        }
    }

    private static void tell(EnvironmentNotReadyException failure, DataOutputStream out) throws IOException {
        out.writeByte(Wire.FAILED);
        Wire.write(out, failure.rootCause());
        out.writeInt(failure.facts().size());
        for (Fact fact : failure.facts()) {
            Wire.write(out, fact.key());
            Wire.write(out, fact.value());
        }
        out.flush();
    }

    private static void tell(String words, DataOutputStream out) {
        try {
            out.writeByte(Wire.ENDED);
            Wire.write(out, words);
            out.flush();
        } catch (IOException e) {
            // Nobody is left to be told.
            return;
        }
    }

    private static void close(Socket client) {
        try {
            client.close();
        } catch (IOException e) {
            // Its lease is over all the same: nothing can be read from it any more.
            return;
        }
    }
}
