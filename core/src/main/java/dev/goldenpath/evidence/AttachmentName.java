package dev.goldenpath.evidence;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the author calls an attachment, made fit for a file on every system.
 *
 * @param stem letters, digits and {@code . _ -}, at most 60 of them
 * @param extension without the dot
 */
record AttachmentName(String stem, String extension) {
    private static final int LONGEST = 60;
    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9.-]+");
    private static final Pattern WITH_EXTENSION = Pattern.compile("(.+)\\.([A-Za-z0-9]{1,8})");

    /** Of a name that has been redacted. */
    static AttachmentName of(String name, String otherExtension, Redaction redaction) {
        String fit = UNFIT.matcher(name).replaceAll("_").replaceAll("^[._-]+|[._-]+$", "");
        // Only now that words are joined may it look like a secret.
        String safe = redaction.text(fit).equals(fit) ? fit : "";
        Matcher matcher = WITH_EXTENSION.matcher(safe);
        boolean hasExtension = matcher.matches();
        String stem = hasExtension ? matcher.group(1) : safe;
        return new AttachmentName(
                stem.isEmpty() ? "attachment" : stem.substring(0, Math.min(stem.length(), LONGEST)),
                hasExtension ? matcher.group(2).toLowerCase(Locale.ROOT) : otherExtension);
    }

    /** The name of one file of the process with this id. */
    String numbered(long pid, long number) {
        return stem + "-" + pid + "-" + number + "." + extension;
    }
}
