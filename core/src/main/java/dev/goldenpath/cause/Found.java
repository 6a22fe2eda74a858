package dev.goldenpath.cause;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A root cause that was found for one test.
 *
 * @param key the same for each test of one cause
 * @param whys from what the test met down to it
 * @param met when the test met it in a call of its own; absent where it was blocked
 */
record Found(
        String key,
        String headline,
        String service,
        List<Outage> outages,
        List<Why> whys,
        @Nullable Instant met) {}
