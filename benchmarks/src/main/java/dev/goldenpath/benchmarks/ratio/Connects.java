package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.Samples;
import dev.goldenpath.client.ServiceCallException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Connects of one client, one after the other with a random gap in between. Not thread-safe. */
final class Connects {
    private static final long LONGEST_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    /** A thousand times what one takes, and less than the clients wait for the answer to a handshake. */
    private static final long HUNG_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Variant client;
    private final Random gaps = new Random(42);
    private final List<Double> millis = new ArrayList<>();
    private int hung;

    /** @param client whose calls open a session, get something back over it and close it */
    Connects(Variant client) {
        this.client = client;
    }

    /** Makes so many more; what failed without having hung is thrown. */
    void make(int many) throws IOException {
        for (int i = 0; i < many; i++) {
            long start = System.nanoTime();
            Exception failure = failure();
            long took = System.nanoTime() - start;
            millis.add(took / 1e6);
            if (took > HUNG_NANOS) {
                hung++;
            } else if (failure != null) {
                throw new IOException("A connect has failed.", failure);
            }
            LockSupport.parkNanos((long) (gaps.nextDouble() * LONGEST_GAP_NANOS));
        }
    }

    private @Nullable Exception failure() {
        try {
            client.call();
            return null;
        } catch (IOException | ServiceCallException e) {
            return e;
        }
    }

    /** How many did not come to their end in time. */
    int hung() {
        return hung;
    }

    /** What each took, in milliseconds, without the gaps. */
    Samples millis() {
        return Samples.of(millis.stream().mapToDouble(Double::doubleValue));
    }
}
