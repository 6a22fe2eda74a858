package dev.goldenpath;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority of one test, in a folder, and the certificates it issues: elliptic curve keys, made by the
 * JDK's own keytool. What another authority issues is not trusted by those who trust this one.
 */
public final class Certificates {
    /** Of every key store made here. */
    public static final String PASSWORD = "test-store-password";

    private static final String AUTHORITY = "authority";
    private static final String LOOPBACK = "san=dns:localhost,ip:127.0.0.1,ip:::1";
    private static final int VALID_SINCE_DAYS = 60;
    private static final int LIMIT_SECONDS = 60;

    private final Path folder;
    private final Path all;

    private Certificates(Path folder, Path all) {
        this.folder = folder;
        this.all = all;
    }

    /** A key with its certificate, which its authority follows: {@code keyStore} is PKCS12, {@code pem} has no key. */
    public record Issued(Path keyStore, Path pem) {

        /** The key store, opened. */
        public KeyStore open() {
            return load(keyStore);
        }

        /** The certificate itself. */
        public X509Certificate certificate() {
            try {
                KeyStore store = open();
                return (X509Certificate) store.getCertificate(store.aliases().nextElement());
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** A new authority; {@code folder} must hold no other. */
    public static Certificates in(Path folder) {
        Certificates made = new Certificates(folder, folder.resolve("all.p12"));
        made.generate(AUTHORITY, -VALID_SINCE_DAYS, 3650, "-ext", "bc:critical=ca:true");
        return made;
    }

    /** Of a server at {@code localhost}, {@code 127.0.0.1} and {@code ::1}; a negative number has expired. */
    public Issued server(int expiresInDays) {
        return issue("server-" + expiresInDays, -VALID_SINCE_DAYS, expiresInDays, LOOPBACK);
    }

    /** Of a server there too, valid only from then on, and for a month. */
    public Issued serverFrom(int startsInDays) {
        return issue("server-from-" + startsInDays, startsInDays, startsInDays + 30, LOOPBACK);
    }

    /** Of a server at this name alone. */
    public Issued serverNamed(String host, int expiresInDays) {
        return issue("server-" + host, -VALID_SINCE_DAYS, expiresInDays, "san=dns:" + host);
    }

    /** Of a client, for mutual TLS; the name is its common name. */
    public Issued client(String name, int expiresInDays) {
        return issue(name, -VALID_SINCE_DAYS, expiresInDays, "eku=clientAuth");
    }

    /** The authority's own certificate, as PEM: who trusts it trusts all that it issues. */
    public Path authorityPem() {
        return pem(AUTHORITY, List.of(certificate(AUTHORITY)));
    }

    /** The same as a PKCS12 trust store. */
    public Path authorityStore() {
        return store("trust", made -> made.setCertificateEntry(AUTHORITY, certificate(AUTHORITY)));
    }

    /** TLS as {@code own}, with everybody whom this authority knows. */
    public SSLContext context(Issued own) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own.open(), PASSWORD.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(load(authorityStore()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private Issued issue(String name, int startsInDays, int expiresInDays, String extension) {
        generate(name, startsInDays, expiresInDays, "-signer", AUTHORITY, "-ext", extension);
        try {
            KeyStore made = load(all);
            PrivateKey key = (PrivateKey) made.getKey(name, PASSWORD.toCharArray());
            Certificate[] chain = made.getCertificateChain(name);
            return new Issued(
                    store(name, store -> store.setKeyEntry(name, key, PASSWORD.toCharArray(), chain)),
                    pem(name, List.of(chain)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void generate(String name, int startsInDays, int expiresInDays, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                // A JVM of half a second of work: it is over before compiling more pays.
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-startdate",
                String.format("%+dd", startsInDays),
                "-validity",
                Integer.toString(expiresInDays - startsInDays),
                "-storetype",
                "PKCS12",
                "-keystore",
                all.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        run(command, folder.resolve("keytool-" + name + ".log"));
    }

    private static void run(List<String> command, Path output) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("keytool did not end within " + LIMIT_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new AssertionError("keytool failed: " + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private Certificate certificate(String name) {
        try {
            return load(all).getCertificate(name);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private Path pem(String name, List<Certificate> certificates) {
        String text = certificates.stream().map(Certificates::pem).collect(Collectors.joining());
        try {
            return Files.writeString(folder.resolve(name + ".pem"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(Certificate certificate) {
        try {
            String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Puts entries into a key store. */
    private interface Filling {
        void fill(KeyStore store) throws GeneralSecurityException;
    }

    private Path store(String name, Filling filling) {
        Path file = folder.resolve(name + ".p12");
        try (OutputStream output = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            filling.fill(store);
            store.store(output, PASSWORD.toCharArray());
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyStore load(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(input, PASSWORD.toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
