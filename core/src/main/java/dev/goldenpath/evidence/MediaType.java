package dev.goldenpath.evidence;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a declared media type says of how to read a body. Stateless.
 *
 * @since 0.1.0
 */
public final class MediaType {
    /** Whole words: a spreadsheet is of {@code openxmlformats}, and no text. */
    private static final Pattern TEXTUAL = Pattern.compile(
            "^[^;]*(?<![a-z0-9])(?:json|ndjson|xml|yaml|javascript|graphql|x-www-form-urlencoded)(?![a-z0-9])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    private MediaType() {}

    /** Whether a body of this type is text: text, JSON, XML, a form or a script. */
    public static boolean isText(@Nullable String mediaType) {
        if (mediaType == null) {
            return false;
        }
        return mediaType.regionMatches(true, 0, "text/", 0, 5)
                || TEXTUAL.matcher(mediaType).find();
    }

    /** Whether what declares no type can be read as UTF-8, and has no control characters but those of a text. */
    static boolean looksLikeText(byte[] content, int length) {
        for (int i = 0; i < length; i++) {
            if ((content[i] >= 0 && content[i] < ' ' && "\t\n\r\f".indexOf(content[i]) < 0) || content[i] == 0x7F) {
                return false;
            }
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        // Without an end of input: what was kept of a long text may end within a character.
        return !decoder.decode(ByteBuffer.wrap(content, 0, length), CharBuffer.allocate(length), false)
                .isError();
    }

    /** The charset it names, or UTF-8 where it names none, or one that this JVM does not know. */
    public static Charset charset(@Nullable String mediaType) {
        if (mediaType == null || mediaType.indexOf(';') < 0) {
            return StandardCharsets.UTF_8;
        }
        Matcher matcher = CHARSET.matcher(mediaType);
        try {
            return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
