package dev.goldenpath.evidence;

/**
 * A part of a text that must not be shown.
 *
 * @param from index of its first character
 * @param to index after its last character
 * @param mask what stands there instead
 */
record Span(int from, int to, String mask) {

    /** A part that the mask alone replaces. */
    Span(int from, int to) {
        this(from, to, Redaction.MASK);
    }

    /** Whether it shows no more than its mask. */
    boolean isMaskedIn(String text) {
        return to - from == mask.length() && text.startsWith(mask, from);
    }
}
