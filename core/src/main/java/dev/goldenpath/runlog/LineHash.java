package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;

/** The SHA-256 of the latest line, as the next one quotes it; empty before the first. Not thread-safe. */
final class LineHash {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest sha256 = Sha256.digest();
    private final byte[] digest = new byte[sha256.getDigestLength()];
    private final byte[] text = new byte[2 * digest.length];
    private int length;

    /** Takes the next line. */
    void of(byte[] bytes, int from, int count) {
        sha256.update(bytes, from, count);
        try {
            sha256.digest(digest, 0, digest.length);
        } catch (DigestException e) {
            throw new IllegalStateException("A digest has its own length", e);
        }
        for (int i = 0; i < digest.length; i++) {
            text[2 * i] = DIGITS[(digest[i] & 0xF0) >> 4];
            text[2 * i + 1] = DIGITS[digest[i] & 0x0F];
        }
        length = text.length;
    }

    void writeTo(JsonGenerator json) throws IOException {
        json.writeUTF8String(text, 0, length);
    }
}
