package dev.goldenpath.environment;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads the kinds of value that an entry of known issues has, as {@link Values} does. */
final class KnownIssueValues {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern TEST_PATTERN =
            Pattern.compile("[\\p{javaJavaIdentifierPart}.*]+(?:#[\\p{javaJavaIdentifierPart}*]+)?");

    private KnownIssueValues() {}

    /** The URL of a page for people, of any form. */
    static URI link(String text) {
        URI link = Values.uri(text, "is no URL: ");
        if (link.getHost() == null || !("http".equals(link.getScheme()) || "https".equals(link.getScheme()))) {
            throw new IllegalArgumentException("is no http or https URL with a host");
        }
        return link;
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is no date such as 2027-01-31", e);
        }
    }

    static String fingerprint(String text) {
        if (!FINGERPRINT.matcher(text).matches()) {
            throw new IllegalArgumentException("is no fingerprint: 16 digits from 0 to 9 and a to f");
        }
        return text;
    }

    /** A class, or a method of it; {@code *} in either is any text. */
    static String testPattern(String text) {
        if (!TEST_PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "is neither a class nor class#method, such as com.example.ChatIT#answers");
        }
        return text;
    }
}
