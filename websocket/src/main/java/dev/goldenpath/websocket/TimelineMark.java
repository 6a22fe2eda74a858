package dev.goldenpath.websocket;

/** What is wrong with a row of an {@link EventTimeline}. */
enum TimelineMark {
    MISSING("missing"),
    DUPLICATE("duplicate"),
    LATE("late"),
    OUT_OF_ORDER("out of order"),
    FOREIGN("foreign"),
    UNEXPECTED("unexpected");

    private final String word;

    TimelineMark(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
