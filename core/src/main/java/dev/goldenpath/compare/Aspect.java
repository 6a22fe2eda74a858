package dev.goldenpath.compare;

/**
 * What of a call may differ between two runs. A difference of a lower rank is told only where a test has none of a higher
 * one: a service of another revision is no news in itself, and a call that was not made may only be the consequence.
 */
enum Aspect {
    ANSWER(Rank.OUTCOME),
    STATUS(Rank.OUTCOME),
    CLOSE(Rank.OUTCOME),
    EVENTS(Rank.OUTCOME),
    CALL(Rank.OUTCOME),
    MARKER(Rank.OUTCOME),
    TELLING_HEADER(Rank.OUTCOME),
    SHAPE(Rank.OUTCOME),
    REFERENCE(Rank.CONTENT),
    VALUE(Rank.CONTENT),
    HEADER(Rank.CONTENT),
    REVISION(Rank.PEER),
    CERTIFICATE(Rank.PEER),
    PEER(Rank.PEER),
    /** Calls that were not made behind the last one, or once more than before. */
    COUNT(Rank.CONSEQUENCE),
    TIME(Rank.TIME);

    private final Rank rank;

    /** How telling a difference is, the most telling first. */
    enum Rank {
        OUTCOME,
        CONTENT,
        PEER,
        CONSEQUENCE,
        TIME
    }

    Aspect(Rank rank) {
        this.rank = rank;
    }

    Rank rank() {
        return rank;
    }
}
