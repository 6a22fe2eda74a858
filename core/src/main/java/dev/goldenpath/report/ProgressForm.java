package dev.goldenpath.report;

/**
 * How the progress of a run is shown while it goes.
 *
 * @since 0.1.0
 */
public enum ProgressForm {
    /** {@link #LIVE} on a terminal outside CI, else {@link #LINES}. */
    AUTO,
    /** One line that is written again in its place. */
    LIVE,
    /** A line now and then. */
    LINES,
    /** Not at all. */
    OFF
}
