package dev.goldenpath.websocket;

/**
 * A step of an order of events.
 *
 * @param type the type of its events
 * @param required whether at least one must come
 * @param repeats whether more than one may come
 */
record ExpectedEvent(String type, boolean required, boolean repeats) {

    static ExpectedEvent once(String type) {
        return new ExpectedEvent(type, true, false);
    }

    /** For example {@code one or more token}. */
    String inWords() {
        if (required) {
            return repeats ? "one or more " + type : type;
        }
        return repeats ? "any " + type : "optional " + type;
    }
}
