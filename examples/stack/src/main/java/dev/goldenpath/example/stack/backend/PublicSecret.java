package dev.goldenpath.example.stack.backend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The mistake to take a public key for the secret of HS256, in each form that an attacker gets hold of it. */
final class PublicSecret {
    private static final String MAC = "HmacSHA256";
    private static final int PEM_COLUMNS = 64;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PublicSecret() {}

    /** Whether a token is signed with one of the keys, in one of the forms. */
    static boolean signs(RawToken token, PublishedKeys.Served keys) {
        byte[] signature = token.signature().decode();
        return forms(keys).stream().anyMatch(form -> MessageDigest.isEqual(signature, mac(form, token.signedBytes())));
    }

    private static List<byte[]> forms(PublishedKeys.Served keys) {
        List<byte[]> forms = new ArrayList<>();
        forms.add(bytes(keys.text()));
        try {
            MAPPER.readTree(keys.text()).path("keys").forEach(key -> forms.add(bytes(key.toString())));
            for (ECKey key : keys.keys()) {
                byte[] der = key.toPublicKey().getEncoded();
                String pem = pem(der);
                forms.addAll(List.of(der, bytes(pem), bytes(pem + "\n")));
            }
        } catch (JsonProcessingException | JOSEException keysWereReadable) {
            throw new IllegalStateException(keysWereReadable);
        }
        return forms;
    }

    private static String pem(byte[] der) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(PEM_COLUMNS, bytes("\n")).encodeToString(der)
                + "\n-----END PUBLIC KEY-----";
    }

    private static byte[] mac(byte[] secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return mac.doFinal(content);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
