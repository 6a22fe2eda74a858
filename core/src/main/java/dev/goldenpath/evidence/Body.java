package dev.goldenpath.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request body, response body or message as recorded.
 *
 * @param mediaType the declared media type, absent when none was declared
 * @param bytes size of the whole body
 * @param sha256 lower-case hexadecimal digest of the whole body, absent when it was empty
 * @param text the first part of a textual body, redacted; absent for a binary or an empty body
 * @param truncated whether {@code text} is only the first part
 * @since 0.1.0
 */
public record Body(
        @Nullable String mediaType,
        long bytes,
        @Nullable String sha256,
        @Nullable String text,
        boolean truncated) {
    private static final int TEXT_KEPT = 16 * 1024;

    /** What is recorded of {@code content}; textual is what its media type says is text, JSON, XML or a form. */
    public static Body of(@Nullable String mediaType, byte[] content, Redaction redaction) {
        return isText(mediaType)
                ? ofText(mediaType, content, redaction)
                : new Body(mediaType, content.length, sha256(content), null, false);
    }

    /** What is recorded of content that is text in UTF-8, whatever its media type says. */
    public static Body ofText(@Nullable String mediaType, byte[] content, Redaction redaction) {
        // Redacted before it is cut: the cut could leave a part of a secret that no longer looks like one.
        String redacted = redaction.text(new String(content, StandardCharsets.UTF_8));
        boolean truncated = redacted.length() > TEXT_KEPT;
        return new Body(
                mediaType,
                content.length,
                sha256(content),
                content.length == 0 ? null : truncated ? redacted.substring(0, TEXT_KEPT) : redacted,
                truncated);
    }

    private static boolean isText(@Nullable String mediaType) {
        if (mediaType == null) {
            return false;
        }
        String type = mediaType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.contains("json")
                || type.contains("xml")
                || type.startsWith("application/x-www-form-urlencoded");
    }

    private static @Nullable String sha256(byte[] content) {
        if (content.length == 0) {
            return null;
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
