package dev.goldenpath.cause;

import dev.goldenpath.evidence.Probe;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A service on the way down.
 *
 * @param probe by which it was in trouble; absent where only what it depends on was
 */
record Step(String service, @Nullable Seen<Probe> probe) {

    /** The way that begins here and goes on there. */
    List<Step> then(List<Step> below) {
        return Stream.concat(Stream.of(this), below.stream()).toList();
    }

    static Step last(List<Step> way) {
        return way.get(way.size() - 1);
    }
}
