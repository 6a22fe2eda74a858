package dev.goldenpath.websocket;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.spi.ClientEngine;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.UpgradeRequest;
import org.glassfish.tyrus.spi.UpgradeResponse;
import org.glassfish.tyrus.spi.Writer;

/**
 * A session with nobody, which stays open as long as its client. Tyrus ends the executors of a client whenever its last
 * session closes, and a handshake that begins just then never ends. No byte of it goes over a network.
 */
final class KeptAwake extends ClientEndpointConfig.Configurator {
    private static final String KEY_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private KeptAwake() {}

    /** Keeps the executors of {@code client} until it is shut down. */
    static void keep(ClientManager client) {
        try {
            client.connectToServer(
                    new Silent(),
                    ClientEndpointConfig.Builder.create()
                            .configurator(new KeptAwake())
                            .build(),
                    URI.create("ws://127.0.0.1/"));
        } catch (DeploymentException | IOException e) {
            throw new IllegalStateException("Tyrus can't be kept awake: " + e, e);
        }
    }

    /** Accepts the handshake as a server would. */
    void open(ClientEngine engine) {
        UpgradeRequest request = engine.createUpgradeRequest(null);
        TyrusUpgradeResponse response = new TyrusUpgradeResponse();
        response.setStatus(HandshakeTrace.SWITCHING_PROTOCOLS);
        response.getHeaders()
                .putAll(Map.of(
                        UpgradeRequest.UPGRADE,
                        List.of(UpgradeRequest.WEBSOCKET),
                        UpgradeRequest.CONNECTION,
                        List.of(UpgradeRequest.UPGRADE),
                        UpgradeResponse.SEC_WEBSOCKET_ACCEPT,
                        List.of(accept(request.getHeader("Sec-WebSocket-Key")))));
        engine.processResponse(response, new Nowhere(), reason -> {});
    }

    private static String accept(String key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((key + KEY_SALT).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    private static final class Silent extends Endpoint {
        @Override
        public void onOpen(Session session, EndpointConfig config) {
            // Nobody will ever say anything.
        }
    }

    private static final class Nowhere extends Writer {
        @Override
        public void write(ByteBuffer buffer, CompletionHandler<ByteBuffer> completion) {
            completion.completed(buffer);
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }
}
