package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Body;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Body} as a log has it.
 *
 * @param mediaType as {@link Body#mediaType}
 * @param bytes as {@link Body#bytes}
 * @param sha256 as {@link Body#sha256}
 * @param text as {@link Body#text}
 * @param truncated as {@link Body#truncated}
 * @since 0.1.0
 */
public record RawBody(
        @Nullable RawText mediaType,
        long bytes,
        @Nullable RawText sha256,
        @Nullable RawText text,
        boolean truncated) {

    Body body() {
        return new Body(LineCursor.text(mediaType), bytes, LineCursor.text(sha256), LineCursor.text(text), truncated);
    }
}
