package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.WsHandshake;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final String PASSWORD = "changeit";
    private static final ServerProcess SERVER = new ServerProcess();

    @TempDir
    static Path folder;

    private static String store;
    private static URI url;

    @BeforeAll
    static void startWithACertificateNobodyKnows() throws Exception {
        store = folder.resolve("server.p12").toString();
        run(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store));
        SERVER.start(store, PASSWORD);
        url = URI.create(SERVER.url().toString().replace("http", "https"));
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    @Test
    void doesNotTrustAnUnknownCertificate() {
        try (Scene scene = new Scene(url)) {
            SocketAttempt attempt = scene.socket().attempt("/echo");

            assertThat(attempt.status()).isEmpty();
            assertThat(scene.awaited(WsHandshake.class).url()).startsWith("wss://");
            assertThat(scene.awaited(WsHandshake.class).failure()).startsWith("TLS failure (");
        }
    }

    @Test
    void trustsWhatTheJvmTrusts() throws Exception {
        ProcessBuilder builder = ServerProcess.java(OneSession.class, url.toString());
        builder.command().add(1, "-Djavax.net.ssl.trustStore=" + store);
        builder.command().add(2, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);

        run(builder);
    }

    private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
