package dev.goldenpath.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 in lower-case hexadecimal. Stateless.
 *
 * @since 0.1.0
 */
public final class Sha256 {
    /**
     * To make a digest takes longer than to digest a short text. State that is shared with nobody: each use leaves it as
     * if it were new, and nothing of what was digested stays in it.
     */
    private static final ThreadLocal<MessageDigest> OF_THREAD = ThreadLocal.withInitial(Sha256::digest);

    private Sha256() {}

    /** The digest of {@code content}. */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(OF_THREAD.get().digest(content));
    }

    /** The digest of a part of {@code content}. */
    public static String of(byte[] content, int start, int length) {
        MessageDigest digest = OF_THREAD.get();
        digest.update(content, start, length);
        return hex(digest);
    }

    /** A digest to feed piece by piece; {@link #hex} gives its text. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The digest of all that was fed to it, which begins anew. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
