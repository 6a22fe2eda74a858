package dev.goldenpath.benchmarks.accuracy;

import dev.goldenpath.benchmarks.frame.Finished;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key for a server at 127.0.0.1, and its certificate, made by the JDK's own keytool.
 *
 * @param keyStore the file, PKCS12
 */
record SelfSigned(Path keyStore) {
    private static final String PASSWORD = "known-to-all";

    /** Makes a new one in {@code folder}. */
    static SelfSigned in(Path folder) throws IOException {
        SelfSigned made = new SelfSigned(folder.resolve("server.p12"));
        made.keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1");
        return made;
    }

    /** Writes the certificate alone, for those who are to trust it. */
    Path certificate() throws IOException {
        Path pem = keyStore.resolveSibling("server.pem");
        keytool("-exportcert", "-rfc", "-file", pem.toString());
        return pem;
    }

    /** What a server needs that shows it. */
    SSLContext serverContext() throws IOException {
        try (InputStream file = Files.newInputStream(keyStore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("Can't use the key in " + keyStore, e);
        }
    }

    private void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "server", "-keystore", keyStore.toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", PASSWORD));
        Finished finished = Finished.run(keyStore.resolveSibling("."), command);
        if (finished.exitCode() != 0) {
            throw new IOException("keytool failed: " + finished.output());
        }
    }
}
