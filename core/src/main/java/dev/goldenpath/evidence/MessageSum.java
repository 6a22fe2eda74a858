package dev.goldenpath.evidence;

/** Adds up what is exchanged with one service, message by message. Not thread-safe. */
final class MessageSum {
    private long sent;
    private long received;

    void add(long moreSent, long moreReceived) {
        sent += moreSent;
        received += moreReceived;
    }

    MessageBytes bytes() {
        return new MessageBytes(sent, received);
    }
}
