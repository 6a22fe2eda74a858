package dev.goldenpath.witness;

/**
 * One reading from a socket, or writing to one.
 *
 * @param thread the Java thread's id; also a virtual thread has one, and no name
 * @param startNanos of the flight recorder's clock
 */
record SocketUse(long thread, String threadName, long startNanos, Peer peer, boolean write, long bytes) {}
