package dev.goldenpath.architecture.breach.state.client;

/** Breach: a count that every test shares. */
final class Counter {
    static final int START = 0;
    static int count = START;

    private Counter() {}
}
