package dev.goldenpath.evidence;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request body, response body or message as recorded.
 *
 * @param mediaType the declared media type, absent when none was declared
 * @param bytes size of the body, as far as it was sent or read
 * @param sha256 lower-case hexadecimal digest of the whole body, absent when it was empty, or was not sent or read to
 *     its end
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
    /** Characters of text that are kept. */
    static final int TEXT_KEPT = 16 * 1024;

    /**
     * What is recorded of a whole body; textual is what its media type says is text, JSON, XML or a form, and what has no
     * type but looks like text.
     */
    public static Body of(@Nullable String mediaType, byte[] content, Redaction redaction) {
        String sha256 = content.length == 0 ? null : Sha256.of(content);
        int kept = Math.min(content.length, BodyRecorder.MOST_KEPT);
        return recorded(mediaType, content.length, sha256, content, kept, redaction);
    }

    /**
     * What is recorded of a body of which the beginning was kept.
     *
     * @param sha256 absent where it is empty, or not whole
     * @param keptLength how much of {@code kept} is of it; nothing where its media type says that it is no text
     */
    static Body recorded(
            @Nullable String mediaType,
            long bytes,
            @Nullable String sha256,
            byte[] kept,
            int keptLength,
            Redaction redaction) {
        String shownType = mediaType == null ? null : redaction.text(mediaType);
        boolean isText = mediaType == null ? MediaType.looksLikeText(kept, keptLength) : MediaType.isText(mediaType);
        if (bytes == 0 || !isText) {
            return new Body(shownType, bytes, sha256, null, false);
        }
        String text = new String(kept, 0, keptLength, MediaType.charset(mediaType));
        boolean truncated = sha256 == null || keptLength < bytes || text.length() > TEXT_KEPT;
        String shown = truncated ? redaction.text(text, Math.min(text.length(), TEXT_KEPT)) : redaction.text(text);
        return new Body(shownType, bytes, sha256, shown, truncated);
    }

    /** What is recorded of a text that was sent or received in UTF-8 and declares no media type. */
    public static Body ofText(String text, Redaction redaction) {
        return ofText(text, text.getBytes(StandardCharsets.UTF_8), redaction);
    }

    /** As above, of a text that is there in UTF-8 as well. */
    public static Body ofText(String text, byte[] content, Redaction redaction) {
        if (text.length() > TEXT_KEPT || hasSurrogates(text)) {
            // Half of a surrogate pair is another character once it was encoded.
            Body decoded = of("text/plain", content, redaction);
            return new Body(null, decoded.bytes, decoded.sha256, decoded.text, decoded.truncated);
        }
        return content.length == 0
                ? new Body(null, 0, null, null, false)
                : new Body(null, content.length, Sha256.of(content), redaction.text(text), false);
    }

    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static int weight(@Nullable Body body) {
        return body == null || body.text == null ? 0 : body.text.length();
    }
}
