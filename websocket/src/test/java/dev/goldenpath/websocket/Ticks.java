package dev.goldenpath.websocket;

/** Messages of 100 bytes, each another. */
final class Ticks {
    static final int BYTES = 100;

    private Ticks() {}

    static String text(int number) {
        String start = "{\"type\":\"tick\",\"number\":" + number + ",\"filler\":\"";
        return start + "x".repeat(BYTES - 2 - start.length()) + "\"}";
    }
}
