package dev.goldenpath.users;

import dev.goldenpath.client.LightThreads;
import java.util.concurrent.ThreadFactory;

/** The threads of many users. Stateless. */
final class UserThreads {
    /** Of platform threads: each takes memory of the system, and a few hundred take turns on any machine. */
    static final int MOST_PLATFORM_THREADS = 500;

    private UserThreads() {}

    /** Whether each of so many users can have a thread at once. */
    static boolean suffice(int users) {
        return LightThreads.areVirtual() || users <= MOST_PLATFORM_THREADS;
    }

    static ThreadFactory factory() {
        return LightThreads.named("goldenpath-user-");
    }
}
