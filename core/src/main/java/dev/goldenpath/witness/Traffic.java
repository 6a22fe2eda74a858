package dev.goldenpath.witness;

/** Adds up what was exchanged with one peer. Not thread-safe. */
final class Traffic {
    long sent;
    long received;
    long writes;
    long reads;

    void add(SocketUse use) {
        if (use.write()) {
            sent += use.bytes();
            writes++;
        } else {
            received += use.bytes();
            reads++;
        }
    }

    void add(Traffic other) {
        sent += other.sent;
        received += other.received;
        writes += other.writes;
        reads += other.reads;
    }

    /** Takes away as much of it as is here. */
    void subtract(Traffic other) {
        sent = Math.max(0, sent - other.sent);
        received = Math.max(0, received - other.received);
        writes = Math.max(0, writes - other.writes);
        reads = Math.max(0, reads - other.reads);
    }

    boolean isNone() {
        return writes + reads == 0;
    }

    boolean isOf(long sentBytes, long receivedBytes) {
        return sent == sentBytes && received == receivedBytes;
    }

    Traffic copy() {
        Traffic copy = new Traffic();
        copy.add(this);
        return copy;
    }
}
