package dev.goldenpath.environment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the files that TLS needs. Each method throws {@link IllegalArgumentException} with the end of a sentence. */
final class KeyFiles {
    private static final String PEM = "-----BEGIN ";
    /** One without an end is found too, so that it is a broken certificate and not none. */
    private static final Pattern PEM_CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*+(?:-----END CERTIFICATE-----)?");

    private final Path workingDirectory;

    KeyFiles(Path workingDirectory) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }

    /** The certificates of a PEM file or of a key store, at least one. */
    KeyStore trust(String name, @Nullable Secret password) {
        Path file = file(name);
        String text = text(file);
        if (text.contains(PEM)) {
            if (password != null) {
                throw new IllegalArgumentException("is PEM, which no 'trust-password' opens");
            }
            return pem(text);
        }
        KeyStore store = open(file, "trust-password", password, "is neither PEM nor a key store (PKCS12 or JKS)");
        if (!holds(store, KeyStore.TrustedCertificateEntry.class)) {
            throw new IllegalArgumentException(
                    password == null
                            ? "holds no trusted certificate that can be read without a 'trust-password'"
                            : "holds no certificate that is marked as trusted, as 'keytool -importcert' does");
        }
        return store;
    }

    /** A key store with at least one private key, all of which {@code password} opens. */
    KeyStore identity(String name, Secret password) {
        KeyStore store = open(file(name), "certificate-password", password, "is no key store (PKCS12 or JKS)");
        if (!holds(store, KeyStore.PrivateKeyEntry.class)) {
            throw new IllegalArgumentException("holds no private key with its certificate");
        }
        try {
            for (String alias : Collections.list(store.aliases())) {
                store.getKey(alias, password.reveal().toCharArray());
            }
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "holds a key that 'certificate-password' (" + password.origin() + ") does not open", e);
        }
    }

    private Path file(String name) {
        try {
            Path file = workingDirectory.resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("is no path of a file", e);
        }
        throw new IllegalArgumentException("is no file; a path that is not absolute starts at " + workingDirectory);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static KeyStore pem(String text) {
        Matcher matcher = PEM_CERTIFICATE.matcher(text);
        int found = 0;
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            while (matcher.find()) {
                found++;
                byte[] certificate = matcher.group().getBytes(StandardCharsets.ISO_8859_1);
                store.setCertificateEntry(
                        Integer.toString(found), factory.generateCertificate(new ByteArrayInputStream(certificate)));
            }
            if (found == 0) {
                throw new IllegalArgumentException("is PEM, but holds no certificate");
            }
            return store;
        } catch (CertificateException e) {
            throw new IllegalArgumentException("is PEM, but certificate " + found + " in it can't be read", e);
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable(e);
        }
    }

    private static KeyStore open(Path file, String passwordKey, @Nullable Secret password, String otherwise) {
        try {
            return KeyStore.getInstance(
                    file.toFile(), password == null ? null : password.reveal().toCharArray());
        } catch (KeyStoreException e) {
            throw new IllegalArgumentException(otherwise, e);
        } catch (IOException e) {
            if (password != null && e.getCause() instanceof UnrecoverableKeyException) {
                throw new IllegalArgumentException(
                        "is not opened by '" + passwordKey + "' (" + password.origin() + ")", e);
            }
            throw unreadable(e);
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    private static boolean holds(KeyStore store, Class<? extends KeyStore.Entry> entry) {
        try {
            for (String alias : Collections.list(store.aliases())) {
                if (store.entryInstanceOf(alias, entry)) {
                    return true;
                }
            }
            return false;
        } catch (KeyStoreException e) {
            throw unreadable(e);
        }
    }

    /** Without its message: that may quote the path, which may be filled in from a variable. */
    private static IllegalArgumentException unreadable(Exception e) {
        return new IllegalArgumentException("can't be read: " + e.getClass().getSimpleName(), e);
    }
}
