package dev.goldenpath.client;

import dev.goldenpath.evidence.Redaction;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a body of any size that passes by in pieces; what it looks for may stand across two of them. Keeps as
 * little as that takes. Not thread-safe; use once.
 *
 * @since 0.1.0
 */
public final class PassingSearch {
    private final MarkerSearch search;
    private final @Nullable ContentSearch further;
    private final Set<String> found = new LinkedHashSet<>();
    private byte[] tail = new byte[0];

    PassingSearch(MarkerSearch search, @Nullable ContentSearch further) {
        this.search = search;
        this.further = further;
    }

    /** Takes the next piece. */
    public void add(byte[] piece, int offset, int length) {
        if (further == null || length <= 0) {
            return;
        }
        byte[] window = Arrays.copyOf(tail, tail.length + length);
        System.arraycopy(piece, offset, window, tail.length, length);
        found.addAll(further.in(window, window.length));
        // One less than what it looks for is long, so that nothing is found twice.
        int kept = Math.min(window.length, Math.max(0, further.longest() - 1));
        tail = Arrays.copyOfRange(window, window.length - kept, window.length);
    }

    /**
     * What {@link MarkerSearch#in} finds in the beginning of the body, and the user's own search in all of it.
     *
     * @param beginning as much of the body as was kept
     * @param mediaType as declared, {@code null} where none was
     */
    public List<String> markers(byte[] beginning, @Nullable String mediaType, Redaction redaction) {
        Set<String> all = new LinkedHashSet<>(search.in(beginning, beginning.length, mediaType, redaction));
        found.forEach(words -> all.add(redaction.text(words)));
        return List.copyOf(all);
    }
}
