package dev.goldenpath.client;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for what mostly waits: virtual ones where the JDK has them, else daemon threads of the platform. Stateless.
 *
 * @since 0.1.0
 */
public final class LightThreads {
    private static final int VIRTUAL_SINCE = 21;

    private LightThreads() {}

    /** Whether they are virtual, so that there may be thousands of them: from JDK 21 on. */
    public static boolean areVirtual() {
        return Runtime.version().feature() >= VIRTUAL_SINCE;
    }

    /**
     * A factory of them.
     *
     * @param name of each, followed by its number from 1
     */
    public static ThreadFactory named(String name) {
        return areVirtual() ? virtual(name) : platform(name);
    }

    private static ThreadFactory platform(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** {@code Thread.ofVirtual().name(name, 1).factory()}, which the JDK this is compiled for does not have. */
    private static ThreadFactory virtual(String name) {
        try {
            Class<?> type = Class.forName("java.lang.Thread$Builder$OfVirtual");
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Object named = type.getMethod("name", String.class, long.class).invoke(builder, name, 1L);
            return (ThreadFactory) type.getMethod("factory").invoke(named);
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException("This JDK has virtual threads, but they can't be made", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
