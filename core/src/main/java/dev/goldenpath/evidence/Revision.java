package dev.goldenpath.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The revision a service says it runs.
 *
 * @param service name of the declared service
 * @param revision in the service's own words
 * @param deployedAt since when it runs there, as the service tells; absent where it does not
 * @param part when in the run it was read
 * @param environment that declares the service; absent where there is but one
 * @since 0.1.0
 */
public record Revision(
        String service,
        String revision,
        @Nullable Instant deployedAt,
        RunPart part,
        @Nullable String environment) implements Evidence {
    /** What {@link #kind()} says. */
    public static final String KIND = "revision";

    /** Of a run with one environment. */
    public Revision(String service, String revision, @Nullable Instant deployedAt, RunPart part) {
        this(service, revision, deployedAt, part, null);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
