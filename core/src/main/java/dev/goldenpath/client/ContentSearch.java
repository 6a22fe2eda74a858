package dev.goldenpath.client;

import java.util.List;

/**
 * Looks through what a service has sent, a body or a message, as it came. Thread-safe.
 *
 * @since 0.1.0
 */
public interface ContentSearch {

    /**
     * What it finds, in a few words each; nothing where there is nothing.
     *
     * @param content of which the first {@code length} bytes count
     */
    List<String> in(byte[] content, int length);

    /** How many bytes what it looks for has at most: so much of one piece of a content is looked at with the next. */
    int longest();
}
