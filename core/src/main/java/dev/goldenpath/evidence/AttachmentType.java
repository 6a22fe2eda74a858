package dev.goldenpath.evidence;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The media type of an attachment as its author wrote it, for example {@code text/csv; charset=UTF-8}. Stricter than what
 * {@link MediaType} makes of one that a service has sent, for here a mistake can be mended.
 *
 * @param text the whole
 * @param subtype lower case, {@code csv}
 * @param charset as declared, else UTF-8
 */
record AttachmentType(String text, String subtype, Charset charset) {
    private static final int LONGEST = 255;
    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]++";
    private static final Pattern FORM =
            Pattern.compile(TOKEN + "/(" + TOKEN + ")((?:\\s*;\\s*" + TOKEN + "=(?:" + TOKEN + "|\"[^\"\\\\]*\"))*+)");
    private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([^\";\\s]++)", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,8}");

    /**
     * Reads a media type.
     *
     * @throws IllegalArgumentException when {@code text} is none, or names a charset that this JVM does not know
     */
    static AttachmentType parse(String text, Redaction redaction) {
        Matcher matcher = FORM.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            throw new IllegalArgumentException("'" + redaction.text(text)
                    + "' is no media type. Write type and subtype, for example 'application/json' or 'image/png'.");
        }
        return new AttachmentType(
                text, matcher.group(1).toLowerCase(Locale.ROOT), charset(text, matcher.group(2), redaction));
    }

    private static Charset charset(String text, String parameters, Redaction redaction) {
        Matcher matcher = CHARSET.matcher(parameters);
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(matcher.group(1));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Media type '" + redaction.text(text)
                            + "' names a charset that this JVM does not know. Leave it out for UTF-8.",
                    e);
        }
    }

    boolean isText() {
        return MediaType.isText(text);
    }

    /** What names of files of this type end in. */
    String extension() {
        if (subtype.equals("plain")) {
            return "txt";
        }
        String last = subtype.substring(subtype.lastIndexOf('+') + 1);
        return EXTENSION.matcher(last).matches() ? last : "bin";
    }
}
