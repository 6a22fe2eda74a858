package dev.goldenpath.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A request or response body as recorded.
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
        boolean truncated) {}
