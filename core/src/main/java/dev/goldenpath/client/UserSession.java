package dev.goldenpath.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all clients of one user share within one test, as the windows of one browser do: for example the cookies that
 * services have set. Each kind of client keeps its own things here. Thread-safe.
 *
 * @since 0.1.0
 */
public final class UserSession {
    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();
    private final Runnable check;
    private final @Nullable ContentSearch search;

    /** The session of a user that may be used at any time. */
    public UserSession() {
        this(() -> {});
    }

    /**
     * The session of a user that may be lost.
     *
     * @param check throws when the user must not be used any more; asked before each call, from any thread
     */
    public UserSession(Runnable check) {
        this(check, null);
    }

    /**
     * As above, of a user whose answers must not hold what is another's.
     *
     * @param search finds that in them; absent where nothing is looked for
     */
    public UserSession(Runnable check, @Nullable ContentSearch search) {
        this.check = check;
        this.search = search;
    }

    /** The search of its user's answers, after {@code others}. */
    MarkerSearch after(MarkerSearch others) {
        return search == null ? others : others.and(search);
    }

    /** Throws what the check of its user throws, when the user must not be used any more. */
    public void requireUsable() {
        check.run();
    }

    /** The thing of this type; made by the first to ask. */
    public <T> T get(Class<T> type, Supplier<T> create) {
        return type.cast(kept.computeIfAbsent(type, key -> create.get()));
    }
}
