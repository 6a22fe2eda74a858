package dev.goldenpath.users;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of many users: virtual ones where the JDK has them, else daemon threads of the platform. Stateless. */
final class UserThreads {
    /** Of platform threads: each takes memory of the system, and a few hundred take turns on any machine. */
    static final int MOST_PLATFORM_THREADS = 500;

    private static final int VIRTUAL_SINCE = 21;
    private static final String NAME = "goldenpath-user-";

    private UserThreads() {}

    /** Whether each of so many users can have a thread at once. */
    static boolean suffice(int users) {
        return hasVirtual() || users <= MOST_PLATFORM_THREADS;
    }

    static boolean hasVirtual() {
        return Runtime.version().feature() >= VIRTUAL_SINCE;
    }

    static ThreadFactory factory() {
        return hasVirtual() ? virtual() : platform();
    }

    private static ThreadFactory platform() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, NAME + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** {@code Thread.ofVirtual().name(NAME, 1).factory()}, which the JDK this is compiled for does not have. */
    private static ThreadFactory virtual() {
        try {
            Class<?> type = Class.forName("java.lang.Thread$Builder$OfVirtual");
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Object named = type.getMethod("name", String.class, long.class).invoke(builder, NAME, 1L);
            return (ThreadFactory) type.getMethod("factory").invoke(named);
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException("This JDK has virtual threads, but they can't be made", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
