package dev.goldenpath.http;

import dev.goldenpath.Certificates;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.Secret;
import dev.goldenpath.environment.TlsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** A {@link TlsServer} and its certificates, made once for all test classes; register it in a static field. */
public final class TlsServers implements BeforeAllCallback {
    private Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(Namespace.create(TlsServers.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    public URI good() {
        return running.url(0);
    }

    public URI expired() {
        return running.url(1);
    }

    URI notYetValid() {
        return running.url(2);
    }

    URI ofAnotherAuthority() {
        return running.url(3);
    }

    URI ofAnotherHost() {
        return running.url(4);
    }

    URI mutual() {
        return running.url(5);
    }

    URI outdated() {
        return running.url(6);
    }

    public Certificates.Issued goodCertificate() {
        return running.good;
    }

    /** The certificate of their authority, as PEM. */
    public Path authority() {
        return running.certificates.authorityPem();
    }

    /** Trusts the authority of the servers. */
    TlsSettings trusting() {
        return pinning();
    }

    /** Trusts it, and wants one of these keys. */
    TlsSettings pinning(String... pins) {
        return new TlsSettings(running.trust(), null, null, null, List.of(pins), new Origin("goldenpath.yaml:9"));
    }

    /** Trusts it, and shows a certificate of it. */
    TlsSettings trustingAndKnown() {
        Secret password = new Secret(Certificates.PASSWORD, new Origin("goldenpath.yaml:10"));
        return new TlsSettings(
                running.trust(), null, running.client.open(), password, List.of(), new Origin("goldenpath.yaml:9"));
    }

    private static final class Running implements CloseableResource, AutoCloseable {
        private final Certificates certificates;
        private final Certificates.Issued good;
        private final Certificates.Issued client;
        private final ServerProcess.Running process;

        private Running(Path folder) throws IOException {
            certificates = Certificates.in(folder);
            good = certificates.server(30);
            client = certificates.client("tester", 30);
            Certificates other = Certificates.in(Files.createDirectory(folder.resolve("other")));
            List<String> arguments = new ArrayList<>();
            arguments.add(certificates.authorityStore().toString());
            arguments.add(Certificates.PASSWORD);
            List.of(
                            good,
                            certificates.server(-1),
                            certificates.serverFrom(7),
                            other.server(30),
                            certificates.serverNamed("elsewhere.example", 30),
                            good,
                            good)
                    .forEach(each -> arguments.add(each.keyStore().toString()));
            process = ServerProcess.Running.start(TlsServer.class, arguments);
        }

        static Running start() {
            try {
                return new Running(Files.createTempDirectory("goldenpath-tls"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        URI url(int number) {
            return URI.create(process.url(number).toString().replace("http:", "https:"));
        }

        KeyStore trust() {
            try {
                return KeyStore.getInstance(
                        certificates.authorityStore().toFile(), Certificates.PASSWORD.toCharArray());
            } catch (IOException | GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() throws Exception {
            process.close();
        }
    }
}
