package dev.goldenpath.runlog;

/** The types of line in a run log. */
enum LineType {
    RUN_STARTED("run-started"),
    ENVIRONMENT("environment"),
    TEST_PLANNED("test-planned"),
    TEST_STARTED("test-started"),
    EVIDENCE("evidence"),
    TEST_FINISHED("test-finished"),
    TEST_SETTLED("test-settled"),
    RUN_FINISHED("run-finished");

    private final String text;

    LineType(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
