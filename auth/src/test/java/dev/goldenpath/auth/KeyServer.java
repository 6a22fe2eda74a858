package dev.goldenpath.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.goldenpath.client.JsonText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An issuer with keys that it publishes and rotates, for a process of its own: signs with the JDK alone, counts what it
 * is asked, and misbehaves as a {@code PUT /behaviour} says. Prints its port, and ends when its standard input does.
 */
final class KeyServer {
    private static final Map<String, String> CURVES =
            Map.of("ES256", "secp256r1", "ES384", "secp384r1", "ES512", "secp521r1");

    private final HttpServer server;
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();
    private volatile String url = "";
    private volatile JsonText behaviour = JsonText.parse("{}");
    private volatile CountDownLatch release = new CountDownLatch(0);

    private KeyServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        route("/.well-known/openid-configuration", body -> told("discovery", JsonText.write(discovery())));
        route("/keys", body -> told("keys", JsonText.write(Map.of("keys", published()))));
        route("/sign", this::sign);
        route("/anew", body -> {
            keys.clear();
            counts.clear();
            return behave("{}");
        });
        route("/rotate", body -> {
            keys.clear();
            return new Answer(200, "{}");
        });
        route("/behaviour", this::behave);
        route("/counts", body -> new Answer(200, JsonText.write(counts)));
    }

    public static void main(String[] args) throws IOException {
        KeyServer service = new KeyServer();
        service.server.start();
        service.url = "http://127.0.0.1:" + service.server.getAddress().getPort();
        System.out.println(service.server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // The parent writes nothing: this returns when the parent has gone, or has closed the pipe.
        }
        System.exit(0);
    }

    private Map<String, Object> discovery() {
        return Map.of("issuer", url, "token_endpoint", url + "/token", "jwks_uri", url + "/keys");
    }

    /** What the behaviour says about this document, and else {@code usual}. */
    private Answer told(String name, String usual) throws InterruptedException {
        counts.computeIfAbsent(name, key -> new AtomicInteger()).incrementAndGet();
        if (!release.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("never released");
        }
        return new Answer(
                behaviour.at("/" + name + "Status", Integer.class).orElse(200),
                behaviour.at("/" + name, String.class).orElse(usual));
    }

    /** Signs {@code claims} with the key that the {@code header} names; made at the first use of its name. */
    private Answer sign(String body) throws GeneralSecurityException {
        JsonText wanted = JsonText.parse(body);
        Map<String, Object> header = object(wanted, "/header");
        String algorithm = String.valueOf(header.get("alg"));
        KeyPair key = keys.computeIfAbsent(String.valueOf(header.get("kid")), kid -> fresh(algorithm));
        String token = PlainJws.sign(header, object(wanted, "/claims"), key.getPrivate());
        return new Answer(200, JsonText.write(Map.of("signed", token)));
    }

    private static Map<String, Object> object(JsonText json, String pointer) {
        Map<String, Object> object = new LinkedHashMap<>();
        ((Map<?, ?>) json.at(pointer).orElseThrow()).forEach((name, value) -> object.put(name.toString(), value));
        return object;
    }

    private static KeyPair fresh(String algorithm) {
        try {
            boolean rsa = algorithm.startsWith("RS") || algorithm.startsWith("PS");
            KeyPairGenerator generator =
                    KeyPairGenerator.getInstance(rsa ? "RSA" : algorithm.startsWith("ES") ? "EC" : "Ed25519");
            if (rsa) {
                generator.initialize(2048);
            } else if (algorithm.startsWith("ES")) {
                generator.initialize(new ECGenParameterSpec(CURVES.get(algorithm)));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(algorithm, e);
        }
    }

    private List<Map<String, Object>> published() {
        return keys.entrySet().stream()
                .map(key -> jwk(key.getKey(), key.getValue()).toJSONObject())
                .toList();
    }

    private static JWK jwk(String kid, KeyPair pair) {
        if (pair.getPublic() instanceof RSAPublicKey rsa) {
            return new RSAKey.Builder(rsa).keyID(kid).build();
        }
        if (pair.getPublic() instanceof ECPublicKey ec) {
            return new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec)
                    .keyID(kid)
                    .build();
        }
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point))
                .keyID(kid)
                .build();
    }

    private Answer behave(String body) {
        behaviour = JsonText.parse(body);
        CountDownLatch before = release;
        release = new CountDownLatch(behaviour.at("/hold").isPresent() ? 1 : 0);
        before.countDown();
        return new Answer(200, "{}");
    }

    private record Answer(int status, String body) {}

    private interface Route {
        Answer answer(String body) throws Exception;
    }

    private void route(String path, Route route) {
        server.createContext(path, exchange -> answer(exchange, route));
    }

    private static void answer(HttpExchange exchange, Route route) {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Answer answer = route.answer(body);
            byte[] bytes = answer.body.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (Exception e) {
            e.printStackTrace();
        }
    }
}
