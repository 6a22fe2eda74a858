package dev.goldenpath.websocket;

/**
 * What a session has exchanged so far, exact however much of it is kept. Control frames do not count.
 *
 * @param sent messages sent
 * @param sentBytes content of them
 * @param received messages received, heartbeats included
 * @param receivedBytes content of them
 * @param heartbeats messages received that only keep the connection alive
 * @since 0.1.0
 */
public record SocketTotals(long sent, long sentBytes, long received, long receivedBytes, long heartbeats) {}
