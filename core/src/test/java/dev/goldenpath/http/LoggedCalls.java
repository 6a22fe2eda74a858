package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.Certificates;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.ProxySettings;
import dev.goldenpath.environment.Secret;
import dev.goldenpath.environment.TlsSettings;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** A program that makes calls with secrets in them, whatever its logging system writes about that. */
final class LoggedCalls {
    /** Nothing that these calls send or receive is to be written; the proxy's password is the server's. */
    static final List<String> SECRETS = List.of(
            Scene.TOKEN,
            "seed-Key/1+",
            "seed-Parameter/2+",
            "seed-Cookie-3",
            "seed-Form/4+",
            "seed-Json/5+",
            "seed-Answer/6+",
            "seed-Target-7",
            "seed-Other-8",
            "proxy-password");

    private static final Origin ORIGIN = new Origin("goldenpath.yaml:12");

    private LoggedCalls() {}

    /** Calls the services at the arguments: usual, broken, behind TLS, its trust store, a proxy. */
    public static void main(String[] arguments) throws Exception {
        URI usual = URI.create(arguments[0]);
        if (arguments.length == 1) {
            unprotected(usual);
            return;
        }
        calls(new Scene(usual));
        calls(new Scene(URI.create(arguments[2])).with(trusting(arguments[3])));
        calls(new Scene(usual)
                .with(new ProxySettings(
                        URI.create(arguments[4]), "tester", new Secret("proxy-password", ORIGIN), ORIGIN)));
        calls(new Scene(URI.create(arguments[2]))
                .with(trusting(arguments[3]))
                .with(new ProxySettings(URI.create(arguments[4]), "tester", new Secret("wrong", ORIGIN), ORIGIN)));
        calls(new Scene(URI.create(arguments[1])));
        System.out.println("called");
    }

    private static void calls(Scene opened) {
        try (Scene scene = opened) {
            ServiceClient alice = scene.asAlice();
            send(alice.get("/echo").header("X-Api-Key", "seed-Key/1+"));
            send(alice.get("/echo").query("api_key", "seed-Parameter/2+"));
            send(alice.get("/answer").query("h.Set-Cookie", "session=seed-Cookie-3"));
            send(alice.get("/echo").header("Cookie", "own=seed-Other-8"));
            send(alice.post("/echo").form("password", "seed-Form/4+"));
            send(alice.post("/echo").json(Map.of("password", "seed-Json/5+")));
            send(alice.get("/answer").query("body", "{\"access_token\":\"seed-Answer/6+\"}"));
            send(alice.get("/answer")
                    .query("status", 302)
                    .query("h.Location", "/echo?code=seed-Target-7")
                    .followRedirects());
            send(alice.get("/no-http/seed-Target-7"));
            send(alice.get("/cut-length").query("api_key", "seed-Parameter/2+"));
        }
    }

    private static void send(ServiceRequest request) {
        try {
            assertThat(request.send().status()).isBetween(200, 599);
        } catch (ServiceCallException e) {
            // As some of these servers have it.
            return;
        }
    }

    /** What the library's client would tell if it were any other. */
    private static void unprotected(URI url) throws IOException {
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            HttpGet request = new HttpGet(url + "/echo?api_key=seed-Parameter-2");
            request.addHeader("Authorization", "Bearer " + Scene.TOKEN);
            assertThat(client.<Integer>execute(request, answer -> answer.getCode()))
                    .isEqualTo(200);
        }
    }

    private static TlsSettings trusting(String store) throws IOException, GeneralSecurityException {
        KeyStore trust = KeyStore.getInstance(new File(store), Certificates.PASSWORD.toCharArray());
        return new TlsSettings(trust, null, null, null, List.of(), ORIGIN);
    }
}
