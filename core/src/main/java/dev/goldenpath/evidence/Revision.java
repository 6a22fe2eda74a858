package dev.goldenpath.evidence;

/**
 * The revision a service says it runs.
 *
 * @param service name of the declared service
 * @param revision in the service's own words
 * @since 0.1.0
 */
public record Revision(String service, String revision) implements Evidence {
    /** What {@link #kind()} says. */
    public static final String KIND = "revision";

    @Override
    public String kind() {
        return KIND;
    }
}
