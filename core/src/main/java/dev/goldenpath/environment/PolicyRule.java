package dev.goldenpath.environment;

import dev.goldenpath.evidence.Finding.Effect;

/**
 * A rule of the source audit, with the effect it has unless {@code policy.rules} gives it another.
 *
 * @since 0.1.0
 */
public enum PolicyRule {
    /** A {@code Throwable}, {@code Exception} or {@code AssertionError} that is caught and swallowed. */
    SWALLOWED_THROWABLE("swallowed-throwable", Effect.FAKE),
    /** A test method from which no assertion can be reached. */
    NO_ASSERTION("no-assertion", Effect.FAKE),
    /** A test method that JUnit will not run. */
    NOT_RUN("not-run", Effect.UNRUNNABLE),
    /** A golden-path class without a test. */
    EMPTY_CLASS("empty-class", Effect.UNRUNNABLE),
    /** A class file that can't be read. */
    UNREADABLE_CLASS("unreadable-class", Effect.UNRUNNABLE),
    /** An environment variable or a system property that is read directly. */
    DIRECT_SETTING("direct-setting", Effect.SMELL),
    /** An HTTP or WebSocket client that was not injected. */
    OWN_CLIENT("own-client", Effect.SMELL),
    /** A URL, host or bearer token in the code. */
    HARD_CODED_ADDRESS("hard-coded-address", Effect.SMELL),
    /** {@code Thread.sleep} and its likes. */
    SLEEP("sleep", Effect.SMELL),
    /** A future or thread that its class starts and never joins. */
    UNJOINED("unjoined", Effect.SMELL),
    /** A static field that can change. */
    SHARED_STATE("shared-state", Effect.SMELL);

    private final String word;
    private final Effect effect;

    PolicyRule(String word, Effect effect) {
        this.word = word;
        this.effect = effect;
    }

    /** As in {@code policy.rules} and in findings. */
    public String word() {
        return word;
    }

    /** The effect it has by default. */
    public Effect effect() {
        return effect;
    }
}
