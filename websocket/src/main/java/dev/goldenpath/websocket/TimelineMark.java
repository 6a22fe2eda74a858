package dev.goldenpath.websocket;

/** What is wrong with a row of an {@link EventTimeline}. */
enum TimelineMark {
    MISSING("missing"),
    DUPLICATE("duplicate"),
    LATE("late"),
    OUT_OF_ORDER("out of order"),
    FOREIGN("foreign"),
    UNEXPECTED("unexpected"),
    OF_ANOTHER_USER("of another user"),
    MISSHAPEN("misshapen"),
    HOLE("hole in the sequence"),
    SENT_BY_THIS_CLIENT("sent by this client");

    private final String word;

    TimelineMark(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
