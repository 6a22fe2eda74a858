package dev.goldenpath.report;

/**
 * A check of a run, with the figure it rests on.
 *
 * @param what that should be so
 * @param state whether it is
 * @param figure that tells so
 */
record WorklogCheck(String what, State state, String figure) {

    /** What came of a check. */
    enum State {
        /** It is so. */
        MET,
        /** It is not. */
        NOT_MET,
        /** There is nothing to check. */
        NOTHING_TO_CHECK
    }

    /** A check that something is to be looked at for. */
    static WorklogCheck of(String what, boolean applies, boolean met, String figure) {
        State state = met ? State.MET : State.NOT_MET;
        return new WorklogCheck(what, applies ? state : State.NOTHING_TO_CHECK, figure);
    }

    /** As an entry of a list of tasks; ends with a line end. */
    String entry() {
        return (state == State.MET ? "- [x] " : "- [ ] ") + what + ": "
                + (state == State.NOTHING_TO_CHECK ? "does not apply, " : "") + figure + "\n";
    }
}
