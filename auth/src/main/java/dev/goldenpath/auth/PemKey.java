package dev.goldenpath.auth;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads private keys in PEM: PKCS #8, and the older forms of OpenSSL, which are PKCS #8 without its envelope. */
final class PemKey {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN ((?:RSA |EC |ENCRYPTED )?PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final byte[] VERSION = HexFormat.of().parseHex("020100");
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");
    private static final List<byte[]> CURVES = List.of(
            HexFormat.of().parseHex("06082a8648ce3d030107"),
            HexFormat.of().parseHex("06052b81040022"),
            HexFormat.of().parseHex("06052b81040023"));
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;

    private PemKey() {}

    /** Whether {@code text} holds something in PEM. */
    static boolean isPem(String text) {
        return text.contains("-----BEGIN ");
    }

    /**
     * The key.
     *
     * @throws GeneralSecurityException when there is none; the message goes on after "the key", and never quotes it
     */
    static PrivateKey read(String text) throws GeneralSecurityException {
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new GeneralSecurityException("is in PEM, but no private key");
        }
        String body = block.group(2);
        if (block.group(1).startsWith("ENCRYPTED") || body.contains("ENCRYPTED")) {
            throw new GeneralSecurityException("is encrypted with a passphrase");
        }
        byte[] der;
        try {
            der = Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("is in PEM, but what stands there is no Base64");
        }
        return switch (block.group(1)) {
            case "RSA PRIVATE KEY" -> key(sequence(VERSION, RSA, tagged(OCTETS, der)));
            case "EC PRIVATE KEY" -> key(sequence(VERSION, sequence(EC, curve(der)), tagged(OCTETS, der)));
            default -> key(der);
        };
    }

    private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
        for (String kind : List.of("RSA", "EC", "Ed25519")) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                // It is of another kind, or of none.
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JDK knows " + kind, e);
            }
        }
        throw new GeneralSecurityException("is in PEM, but neither an RSA nor an EC nor an Ed25519 key");
    }

    /** The older form names the curve inside, and the envelope has to name it outside. */
    private static byte[] curve(byte[] der) throws GeneralSecurityException {
        return CURVES.stream()
                .filter(curve -> contains(der, curve))
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("is an EC key, but of none of P-256, P-384 and P-521"));
    }

    private static boolean contains(byte[] whole, byte[] part) {
        for (int i = 0; i + part.length <= whole.length; i++) {
            if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] sequence(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return tagged(SEQUENCE, all.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream tagged = new ByteArrayOutputStream();
        tagged.write(tag);
        if (content.length < 0x80) {
            tagged.write(content.length);
        } else if (content.length < 0x100) {
            tagged.write(0x81);
            tagged.write(content.length);
        } else {
            // Two bytes hold the length of any key.
            tagged.write(0x82);
            tagged.write(content.length >> 8);
            tagged.write(content.length);
        }
        tagged.writeBytes(content);
        return tagged.toByteArray();
    }
}
