package dev.goldenpath.example.stack.backend;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The subprotocol {@code bearer.<token>}: how a browser, which cannot set headers, hands over its token. */
final class Subprotocol {
    private static final String PREFIX = "bearer.";

    private Subprotocol() {}

    /** Returns the first such subprotocol that the client offers. */
    static Optional<String> offeredBearer(Context handshake) {
        return Collections.list(handshake.req().getHeaders(Header.SEC_WEBSOCKET_PROTOCOL)).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::trim)
                .filter(offered -> offered.startsWith(PREFIX))
                .findFirst();
    }

    static String tokenIn(String subprotocol) {
        return subprotocol.substring(PREFIX.length());
    }

    /** Names the subprotocol that the answer to the handshake selects; null for none. */
    static void select(Context handshake, @Nullable String subprotocol) {
        handshake.res().setHeader(Header.SEC_WEBSOCKET_PROTOCOL, subprotocol);
    }
}
