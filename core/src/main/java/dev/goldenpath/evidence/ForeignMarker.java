package dev.goldenpath.evidence;

import java.util.Optional;

/**
 * The words among the markers of an answer or message that it holds what another of many users has sent. All others say
 * that it is no real work. Stateless.
 *
 * @since 0.1.0
 */
public final class ForeignMarker {
    private static final String BEGINNING = "it holds the marker of user '";

    private ForeignMarker() {}

    /** The words, as {@code it holds the marker of user 'free7'}. */
    public static String of(String user) {
        return BEGINNING + user + "'";
    }

    /** Whose marker it is; empty where these words tell of something else. */
    public static Optional<String> userIn(String words) {
        return words.startsWith(BEGINNING)
                ? Optional.of(words.substring(BEGINNING.length(), words.length() - 1))
                : Optional.empty();
    }
}
