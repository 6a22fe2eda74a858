package dev.goldenpath.cli;

/** How a command ends, for scripts: the same numbers for all commands. */
enum ExitCode {
    /** All is well. */
    PASS(0, "all is well"),
    /** Tests did not pass. */
    FAILURES(1, "tests did not pass"),
    /** There were no tests. */
    NO_TESTS(2, "there were no tests"),
    /** The environment, or something tests need of it, is not there. */
    ENVIRONMENT(3, "the environment is not ready"),
    /** The gate is closed. */
    GATE(4, "the gate is closed"),
    /** A policy is broken. */
    POLICY(5, "a policy is broken"),
    /** The configuration can't be used. */
    CONFIGURATION(6, "the configuration can't be used"),
    /** The command line is no command's, or does not tell which run is meant. */
    USAGE(64, "the command line does not tell what to do"),
    /** The command itself broke. */
    BROKEN(70, "the command itself broke");

    private final int number;
    private final String words;

    ExitCode(int number, String words) {
        this.number = number;
        this.words = words;
    }

    int number() {
        return number;
    }

    /** What it says, as a part of a sentence. */
    String words() {
        return words;
    }
}
