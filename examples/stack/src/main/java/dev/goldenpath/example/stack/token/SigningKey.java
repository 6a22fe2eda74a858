package dev.goldenpath.example.stack.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.ParseException;

/** The EC P-256 key pair that access tokens are signed with. No message about one shows what is in its file. */
public final class SigningKey {
    private static final int LONGEST_FILE = 65_536;

    private SigningKey() {}

    /** Makes a new one. */
    public static ECKey generate() throws JOSEException {
        return complete(new ECKeyGenerator(Curve.P_256).generate());
    }

    /**
     * Reads a private key, one JSON Web Key as JSON; its id is its {@code kid}, or else its thumbprint.
     *
     * @throws IOException if the file can't be read or holds no such key; the message names the file and says why
     */
    public static ECKey read(Path file) throws IOException {
        String text = textOf(file);
        try {
            JWK key = JWK.parse(text);
            if (key instanceof ECKey ec && isFit(ec)) {
                return complete(ec);
            }
        } catch (ParseException | IllegalArgumentException | JOSEException mayQuoteTheFile) {
            // Reported below, without it.
        }
        throw new IOException(file + " holds no private EC P-256 key for ES256, as one JSON Web Key");
    }

    private static String textOf(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(LONGEST_FILE + 1);
            if (bytes.length > LONGEST_FILE) {
                throw new IOException("it is longer than " + LONGEST_FILE + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException absent) {
            throw new IOException(file + " can't be read: there is no such file", absent);
        } catch (AccessDeniedException refused) {
            throw new IOException(file + " can't be read: permission denied", refused);
        } catch (IOException e) {
            throw new IOException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    private static boolean isFit(ECKey key) throws JOSEException {
        return key.isPrivate()
                && Curve.P_256.equals(key.getCurve())
                && (key.getAlgorithm() == null || JWSAlgorithm.ES256.equals(key.getAlgorithm()))
                && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
                && isPair(key);
    }

    /** Nobody could verify a token if the private half belonged to another public half. */
    private static boolean isPair(ECKey key) throws JOSEException {
        JWSHeader header = new JWSHeader(JWSAlgorithm.ES256);
        byte[] sample = "sample".getBytes(StandardCharsets.UTF_8);
        Base64URL signature = new ECDSASigner(key).sign(header, sample);
        return new ECDSAVerifier(key.toPublicJWK()).verify(header, sample, signature);
    }

    private static ECKey complete(ECKey key) throws JOSEException {
        String id = key.getKeyID();
        return new ECKey.Builder(Curve.P_256, key.getX(), key.getY())
                .d(key.getD())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyID(id == null || id.isBlank() ? key.computeThumbprint().toString() : id)
                .build();
    }
}
