package dev.goldenpath.cli;

/** How a command ends, for scripts: the same numbers for all commands. */
enum ExitCode {
    /** All is well. */
    PASS(0),
    /** Tests did not pass. */
    FAILURES(1),
    /** There were no tests. */
    NO_TESTS(2),
    /** The environment, or something tests need of it, is not there. */
    ENVIRONMENT(3),
    /** The gate is closed. */
    GATE(4),
    /** A policy is broken. */
    POLICY(5),
    /** The configuration can't be used. */
    CONFIGURATION(6),
    /** The command line is no command's. */
    USAGE(64),
    /** The command itself broke. */
    BROKEN(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
