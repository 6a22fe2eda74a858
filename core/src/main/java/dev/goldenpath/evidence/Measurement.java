package dev.goldenpath.evidence;

/**
 * A number that a test has measured.
 *
 * @param name the author's words, redacted
 * @param value finite
 * @param unit the author's words, redacted; {@code ms} for a duration
 * @since 0.1.0
 */
public record Measurement(String name, double value, String unit) implements Evidence {
    /** What {@link #kind()} says. */
    public static final String KIND = "measurement";

    @Override
    public String kind() {
        return KIND;
    }
}
