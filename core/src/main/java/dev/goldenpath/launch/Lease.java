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
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** This JVM's hold on the processes of a supervisor, until it is closed or the JVM ends. Thread-safe. */
final class Lease implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final Duration CLEAN_UP = Duration.ofSeconds(5);
    private static final Duration GOODBYE = Duration.ofMillis(500);

    private final ProcessMark supervisor;
    private final Socket socket;
    private final DataOutputStream out;
    private final Redaction redaction;
    /** In a thread of its own, so that nobody who adds a secret waits for a supervisor that is held up. */
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> daemon(task, "secrets"));

    private final Redaction.Follower follower = new Redaction.Follower() {
        @Override
        public void value(String secret) {
            sender.execute(() -> send(Wire.VALUE, secret));
        }

        @Override
        public void field(String name) {
            sender.execute(() -> send(Wire.FIELD, name));
        }
    };

    private volatile @Nullable String failure;
    private volatile boolean lost;
    private volatile boolean closed;
    private final Thread listener;

    private Lease(
            ProcessMark supervisor,
            Socket socket,
            DataInputStream in,
            DataOutputStream out,
            Redaction redaction,
            Loss loss) {
        this.supervisor = supervisor;
        this.socket = socket;
        this.out = out;
        this.redaction = redaction;
        this.listener = daemon(() -> listen(in, loss), "lease");
    }

    /**
     * Takes a lease.
     *
     * @param answerWithin how long the supervisor may take to answer
     * @param loss what to do when the supervisor ends before the lease does
     * @throws java.net.SocketTimeoutException when the supervisor does not answer
     * @throws IOException when there is none any more, or it is stopping
     * @throws EnvironmentNotReadyException when it could not start its processes
     */
    static Lease take(SupervisorState supervisor, Redaction redaction, Duration answerWithin, Loss loss)
            throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), supervisor.port()), CONNECT_MILLIS);
            socket.setSoTimeout(Math.toIntExact(answerWithin.toMillis()));
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            ProcessMark own = ProcessMark.of(ProcessHandle.current());
            out.write(supervisor.key().getBytes(StandardCharsets.US_ASCII));
            out.writeLong(own.pid());
            out.writeLong(own.start().toEpochMilli());
            out.flush();
            switch (in.readByte()) {
                case Wire.WELCOME -> {
                    socket.setSoTimeout(0);
                    Lease lease = new Lease(supervisor.supervisor(), socket, in, out, redaction, loss);
                    redaction.follow(lease.follower);
                    lease.listener.start();
                    return lease;
                }
                case Wire.FAILED -> throw failure(in);
                default -> throw new IOException("It is stopping");
            }
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** A supervisor that ended before a lease on it did. */
    interface Loss {
        String words();

        /** Ends what it left. */
        void cleanUp() throws IOException;
    }

    /** Whose processes these are. */
    ProcessMark supervisor() {
        return supervisor;
    }

    /** In words, when a process has ended or the supervisor has. */
    Optional<String> failure() {
        return Optional.ofNullable(failure).map(redaction::text);
    }

    /**
     * Gives it back and returns at once, unless the supervisor does not listen, which costs half a second, or is lost and what
     * it left is being ended, which is awaited.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        redaction.leave(follower);
        sender.execute(this::sayGoodbye);
        sender.shutdown();
        try (socket) {
            if (sender.awaitTermination(GOODBYE.toNanos(), TimeUnit.NANOSECONDS) && lost) {
                TimeUnit.NANOSECONDS.timedJoin(listener, CLEAN_UP.toNanos());
            }
        } catch (IOException e) {
            // The system ends it with this JVM at the latest.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sayGoodbye() {
        try {
            out.writeByte(Wire.GOODBYE);
            out.flush();
        } catch (IOException e) {
            // Nobody is left to hear it.
            return;
        }
    }

    private void listen(DataInputStream in, Loss loss) {
        try {
            while (in.readByte() == Wire.ENDED) {
                failure = Wire.read(in);
            }
        } catch (IOException e) {
            if (!closed) {
                lost(loss);
            }
        }
    }

    private void lost(Loss loss) {
        lost = true;
        String told = failure;
        String words = told == null ? loss.words() : told;
        failure = words;
        try {
            loss.cleanUp();
        } catch (IOException e) {
            failure = words + " What is left of them could not be ended: " + e;
        }
    }

    private void send(int word, String text) {
        try {
            out.writeByte(word);
            Wire.write(out, text);
            out.flush();
        } catch (IOException e) {
            // It is gone, which the listening thread tells.
            return;
        }
    }

    private static EnvironmentNotReadyException failure(DataInputStream in) throws IOException {
        String rootCause = Wire.read(in);
        List<Fact> facts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            facts.add(new Fact(Wire.read(in), Wire.read(in)));
        }
        return new EnvironmentNotReadyException(rootCause, facts);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, "goldenpath-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
