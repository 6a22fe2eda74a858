package dev.goldenpath.evidence;

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
        return BodyRecorder.ofAll(mediaType, content).body(redaction, true);
    }

    /** What is recorded of content that is text in UTF-8, whatever its media type says. */
    public static Body ofText(@Nullable String mediaType, byte[] content, Redaction redaction) {
        Body body = of("text/plain", content, redaction);
        return new Body(mediaType, body.bytes, body.sha256, body.text, body.truncated);
    }

    static int weight(@Nullable Body body) {
        return body == null || body.text == null ? 0 : body.text.length();
    }
}
