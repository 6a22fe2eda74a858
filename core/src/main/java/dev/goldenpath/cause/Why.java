package dev.goldenpath.cause;

/**
 * One step from an effect down to its cause.
 *
 * @param statement in a few words, in one line
 * @param standing how well it is known
 * @param reference its evidence, for example {@code probe 17} or {@code call 12}; what it follows from where it is
 *     inferred; empty where it is open
 * @since 0.1.0
 */
public record Why(String statement, Standing standing, String reference) {
    /** Where the evidence ends. */
    static final Why OPEN = new Why("open", Standing.OPEN, "");

    /** The statement, and behind it how it is known: {@code backend failed (confirmed, probe 17)}. */
    @Override
    public String toString() {
        return standing == Standing.OPEN ? statement : statement + " (" + standing.word() + ", " + reference + ")";
    }
}
