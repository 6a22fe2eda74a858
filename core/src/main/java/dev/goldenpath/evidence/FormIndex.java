package dev.goldenpath.evidence;

/**
 * Finds the places of a text where a secret may begin, by the four characters that stand there. Nearly every place is
 * passed over after a look at one bit or two. One thread at a time may add; any may read.
 */
final class FormIndex {
    static final int WINDOW = 4;
    /** With 5,000 random values, one bit in 13 is set: one place in 170 is not passed over, and holds no secret. */
    private static final int BITS = 19;

    private static final int MIX = 0x9E3779B9;
    private static final int SECOND_MIX = 0x85EBCA6B;

    private final long[] windows = new long[1 << (BITS - 6)];
    /** By the low byte of a character: whether a place is never passed over where it stands first. */
    private final boolean[] firsts = new boolean[1 << Byte.SIZE];
    /** Written last and read first: whoever sees a form in the tree sees its bits. */
    private volatile FormTree tree = FormTree.EMPTY;

    FormIndex() {
        firsts[':'] = true;
        firsts['='] = true;
        firsts['%'] = true;
        Credentials.beginnings().forEach(this::mark);
    }

    void add(String form) {
        if (form.length() < WINDOW) {
            firsts[form.charAt(0) & 0xFF] = true;
        } else {
            mark(form);
        }
        tree = tree.with(form);
    }

    /** To be read before {@link #next} is asked, so that nothing in it is passed over. */
    FormTree tree() {
        return tree;
    }

    /**
     * The first place from {@code from} on where a form or credentials may begin, or a secret may follow a colon, an
     * equals sign or a percent sign; {@code end} where there is none before it.
     *
     * @param cut whether the text has lost its end, so that anything may begin in its last characters
     */
    int next(String text, int from, int end, boolean cut) {
        int window = 0;
        for (int i = from; i < from + WINDOW - 1; i++) {
            window = (window << 8) | (i < text.length() ? text.charAt(i) & 0xFF : 0);
        }
        int whole = Math.min(end, text.length() - WINDOW + 1);
        int at = from;
        for (; at < whole; at++) {
            window = (window << 8) | (text.charAt(at + WINDOW - 1) & 0xFF);
            if (isMarked(window)) {
                return at;
            }
        }
        for (; at < end; at++) {
            window <<= 8;
            if (cut || isMarked(window)) {
                return at;
            }
        }
        return end;
    }

    private boolean isMarked(int window) {
        return firsts[window >>> 24] || (isSet(window * MIX) && isSet(window * SECOND_MIX));
    }

    private boolean isSet(int hash) {
        int bit = hash >>> -BITS;
        return ((windows[bit >>> 6] >>> bit) & 1) != 0;
    }

    private void mark(String form) {
        int window = 0;
        for (int i = 0; i < WINDOW; i++) {
            window = (window << 8) | (form.charAt(i) & 0xFF);
        }
        set(window * MIX);
        set(window * SECOND_MIX);
    }

    private void set(int hash) {
        int bit = hash >>> -BITS;
        windows[bit >>> 6] |= 1L << bit;
    }
}
