package dev.goldenpath.http;

import dev.goldenpath.evidence.Body;
import org.jspecify.annotations.Nullable;

/** The part of a body that a failure message shows. */
final class BodyExcerpt {
    private static final int SHOWN = 500;

    private BodyExcerpt() {}

    static String of(@Nullable Body body) {
        if (body == null || body.bytes() == 0) {
            return "(empty)";
        }
        String text = body.text();
        if (text == null) {
            return "(" + body.bytes() + " bytes" + (body.mediaType() == null ? "" : " of " + body.mediaType()) + ")";
        }
        return text.length() <= SHOWN && !body.truncated()
                ? text
                : text.substring(0, Math.min(SHOWN, text.length())) + "… (" + body.bytes() + " bytes)";
    }

    /** The beginning of a text that may be long. */
    static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
