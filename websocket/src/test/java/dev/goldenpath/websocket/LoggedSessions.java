package dev.goldenpath.websocket;

import dev.goldenpath.Certificates;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.environment.SocketToken;
import dev.goldenpath.environment.SocketToken.Place;
import dev.goldenpath.environment.TlsSettings;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.glassfish.tyrus.client.ClientManager;

/** A program that opens sessions with secrets in them, whatever its logging system writes about that. */
final class LoggedSessions {
    /** Nothing that these sessions send or receive is to be written. */
    static final List<String> SECRETS = List.of(
            Scene.TOKEN,
            "seed-key/1+",
            "seed-parameter-2",
            "seed-cookie-3",
            "seed-other-4",
            "seed-json/5+",
            "seed-bytes/6+",
            "seed-target-7",
            "seed-reason-8",
            "seed-protocol-9");

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private LoggedSessions() {}

    /** Connects to the services at the arguments: usual, behind TLS, its trust store. */
    public static void main(String[] arguments) throws Exception {
        URI usual = URI.create(arguments[0]);
        if (arguments.length == 1) {
            unprotected(usual);
            return;
        }
        KeyStore trust = KeyStore.getInstance(new File(arguments[2]), Certificates.PASSWORD.toCharArray());
        TlsSettings tls = new TlsSettings(trust, null, null, null, List.of(), new Origin("goldenpath.yaml:9"));
        for (SocketToken way : List.of(
                SocketToken.HEADER,
                new SocketToken(Place.SUBPROTOCOL, "bearer.${token}"),
                new SocketToken(Place.QUERY, "access_token"),
                new SocketToken(Place.MESSAGE, "{\"token\":\"${token}\"}"))) {
            sessions(new Scene(usual, settings(way)));
            refusals(new Scene(usual, settings(way)));
            sessions(new Scene(URI.create(arguments[1]), settings(way), tls));
        }
        refusals(new Scene(URI.create("http://127.0.0.1:1"), settings(SocketToken.HEADER)));
        System.out.println("connected");
        System.exit(0);
    }

    private static void sessions(Scene opened) {
        try (Scene scene = opened) {
            ServiceSocket alice = scene.socketAsAlice();
            talk(alice.connecting("/echo").header("X-Api-Key", "seed-key/1+"));
            talk(alice.connecting("/echo?api_key=seed-parameter-2"));
            talk(alice.connecting("/cookies/seed-cookie-3"));
            talk(alice.connecting("/request").cookie("own", "seed-other-4"));
            talk(alice.connecting("/fragments-of/seed-target-7/3"));
            talk(alice.connecting("/subprotocol/seed-protocol-9").subprotocol("seed-protocol-9"));
            talk(alice.connecting("/close/4000/seed-reason-8"));
        }
    }

    private static void refusals(Scene opened) {
        try (Scene scene = opened) {
            ServiceSocket alice = scene.socketAsAlice();
            talk(alice.connecting("/status/302/seed-target-7?api_key=seed-parameter-2"));
            talk(alice.connecting("/status/401?api_key=seed-parameter-2"));
            talk(alice.connecting("/wrong-accept?api_key=seed-parameter-2"));
        }
    }

    private static void talk(SocketRequest request) {
        request.attempt().session().ifPresent(session -> {
            try {
                session.send("{\"password\":\"seed-json/5+\"}");
                session.reader().next(LIMIT);
                session.send("seed-bytes/6+".getBytes(StandardCharsets.UTF_8));
                session.close(4000, "seed-reason-8");
            } catch (ServiceCallException e) {
                // As some of these paths have it.
                return;
            }
        });
    }

    /** What Tyrus would tell were it anybody's. */
    private static void unprotected(URI url) throws Exception {
        ClientEndpointConfig.Configurator headers = new ClientEndpointConfig.Configurator() {
            @Override
            public void beforeRequest(Map<String, List<String>> request) {
                request.put("X-Api-Key", List.of("seed-key-1"));
            }
        };
        Session session = ClientManager.createClient()
                .connectToServer(
                        new Endpoint() {
                            @Override
                            public void onOpen(Session opened, EndpointConfig config) {
                                // Nothing is awaited here.
                            }
                        },
                        ClientEndpointConfig.Builder.create()
                                .configurator(headers)
                                .build(),
                        URI.create(url.toString().replace("http:", "ws:") + "/echo?api_key=seed-parameter-2"));
        session.getBasicRemote().sendText("{\"password\":\"seed-json-5\"}");
        System.exit(0);
    }

    private static SocketSettings settings(SocketToken token) {
        SocketSettings defaults = SocketSettings.DEFAULT;
        return new SocketSettings(
                token, defaults.answerWithin(), defaults.sendWithin(), defaults.largestMessage(), defaults.keep());
    }
}
