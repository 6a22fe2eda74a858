package dev.goldenpath.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Content that a test keeps for whoever reads its results.
 *
 * @param name the author's words, redacted
 * @param mediaType as the author gave it, redacted
 * @param bytes size of the file; of what was given, where it was withheld
 * @param sha256 lower-case hexadecimal digest of the file, absent where the content was withheld
 * @param file where it is, relative to the output folder and with slashes; absent where the content was withheld
 * @param withheld why the content was not kept, absent where it was
 * @since 0.1.0
 */
public record Attachment(
        String name,
        String mediaType,
        long bytes,
        @Nullable String sha256,
        @Nullable String file,
        @Nullable String withheld)
        implements Evidence {
    /** What {@link #kind()} says. */
    public static final String KIND = "attachment";

    @Override
    public String kind() {
        return KIND;
    }
}
