package dev.goldenpath.websocket;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Takes what one session receives, in the order of its frames. Called by one thread at a time. */
final class MessageReceiver {
    private final SocketSession session;
    private final MessageLog log;
    private final MessageView view;
    private final BinaryView binaries;
    private final PingPong pings;
    private final int largest;
    private final Fragments fragments;

    MessageReceiver(SocketSession session, MessageLog log, MessageView view, BinaryView binaries, PingPong pings) {
        this.session = session;
        this.log = log;
        this.view = view;
        this.binaries = binaries;
        this.pings = pings;
        this.largest = session.call().context().service().socket().largestMessage();
        this.fragments = new Fragments(largest);
    }

    void text(String part, boolean last) {
        long nanos = System.nanoTime();
        fragments.add(part, last, (text, bytes) -> text(text, bytes, nanos));
    }

    private void text(String text, int bytes, long nanos) {
        boolean tooBig = bytes > largest;
        String type = tooBig ? null : log.fields().type(text);
        boolean heartbeat = !tooBig && log.fields().isHeartbeat(type, text);
        Optional<Arrival> arrival = log.received(text, bytes, type, heartbeat, nanos);
        if (arrival.isEmpty()) {
            return;
        }
        if (tooBig) {
            endTooBig(bytes);
        } else {
            view.add(arrival.get());
        }
    }

    void binary(ByteBuffer part, boolean last) {
        long nanos = System.nanoTime();
        fragments.add(part, last, (content, bytes) -> binary(content, nanos));
    }

    private void binary(byte[] content, long nanos) {
        log.receivedBinary(content, nanos).ifPresent(number -> {
            if (content.length > largest) {
                endTooBig(content.length);
            } else {
                binaries.add(new ReceivedBinary(number, content, session.at(nanos)));
            }
        });
    }

    void pong(ByteBuffer buffer) {
        long nanos = System.nanoTime();
        byte[] payload = new byte[buffer.remaining()];
        buffer.get(payload);
        log.ponged(payload, nanos);
        pings.ponged(payload, nanos);
    }

    private void endTooBig(int bytes) {
        session.end(new SocketClose(SocketClose.TOO_BIG, "a message of " + bytes + " bytes is over " + largest, true));
    }
}
