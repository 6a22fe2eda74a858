package dev.goldenpath.benchmarks.ratio;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Threads of the kind that the library gives its users: virtual ones where the JDK has them. Stateless. */
final class BareThreads {
    private static final int VIRTUAL_SINCE = 21;

    private BareThreads() {}

    /** {@code virtual} or {@code platform}. */
    static String kind() {
        return Runtime.version().feature() >= VIRTUAL_SINCE ? "virtual" : "platform";
    }

    /** New ones, one for each of so many users. */
    static ExecutorService of(int users) {
        return kind().equals("virtual") ? virtual() : Executors.newFixedThreadPool(users, daemons());
    }

    private static ThreadFactory daemons() {
        return work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** {@code Executors.newVirtualThreadPerTaskExecutor()}, which the JDK this is compiled for does not have. */
    private static ExecutorService virtual() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JDK has virtual threads, but they can't be made", e);
        }
    }
}
