package dev.goldenpath;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    private static final int LIMIT_MILLIS = 60_000;

    @TempDir
    private static Path folder;

    private static Certificates certificates;

    @BeforeAll
    static void makeAnAuthority() {
        certificates = Certificates.in(folder);
    }

    @Test
    void aServerAndAClientOfOneAuthorityTrustEachOther() throws Exception {
        SSLContext server = certificates.context(certificates.server(30));
        SSLContext client = certificates.context(certificates.client("ci", 30));
        InetAddress here = InetAddress.getByName("127.0.0.1");
        try (SSLServerSocket listening =
                (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0, 1, here)) {
            listening.setNeedClientAuth(true);
            listening.setSoTimeout(LIMIT_MILLIS);
            CompletableFuture<String> caller = CompletableFuture.supplyAsync(() -> nameOfCaller(listening));
            try (SSLSocket socket =
                    (SSLSocket) client.getSocketFactory().createSocket(here, listening.getLocalPort())) {
                socket.setSoTimeout(LIMIT_MILLIS);
                assertThat(socket.getInputStream().read()).isEqualTo('k');
            }
            assertThat(caller.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo("CN=ci");
        }
    }

    @Test
    void aCertificateLastsAsLongAsAsked() {
        Instant end = certificates
                .serverNamed("elsewhere.example", 7)
                .certificate()
                .getNotAfter()
                .toInstant();
        // keytool goes back by the calendar, where a day may have 25 hours
        assertThat(end).isBetween(Instant.now().plus(6, DAYS), Instant.now().plus(8, DAYS));
        assertThatThrownBy(() -> certificates.server(-1).certificate().checkValidity())
                .isInstanceOf(CertificateExpiredException.class);
    }

    @Test
    void theAuthorityIsGivenAsPem() throws Exception {
        assertThat(Files.readString(certificates.authorityPem()))
                .startsWith("-----BEGIN CERTIFICATE-----\n")
                .endsWith("\n-----END CERTIFICATE-----\n");
    }

    private static String nameOfCaller(SSLServerSocket listening) {
        try (SSLSocket socket = (SSLSocket) listening.accept()) {
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write('k');
            return socket.getSession().getPeerPrincipal().getName();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
