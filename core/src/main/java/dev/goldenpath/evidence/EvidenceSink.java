package dev.goldenpath.evidence;

/**
 * Receives every piece of evidence as it is recorded. Called on whichever thread recorded it, by many at once.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface EvidenceSink {

    /** Takes one piece of evidence; must neither block for long nor throw. */
    void accept(RecordedEvidence recorded);
}
