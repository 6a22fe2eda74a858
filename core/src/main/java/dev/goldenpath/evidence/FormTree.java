package dev.goldenpath.evidence;

import java.util.Arrays;

/**
 * Texts to look for, in a tree that branches where they differ: what looking for one costs depends on its length, not on
 * how many there are. Immutable; {@link #with} copies only the nodes on the way to the new text.
 */
final class FormTree {
    static final FormTree EMPTY = new FormTree("", false, new char[0], new FormTree[0]);

    private final String label;
    private final boolean endsForm;
    /** The first character of each branch's label, sorted. */
    private final char[] firsts;

    private final FormTree[] branches;

    private FormTree(String label, boolean endsForm, char[] firsts, FormTree[] branches) {
        this.label = label;
        this.endsForm = endsForm;
        this.firsts = firsts;
        this.branches = branches;
    }

    /** This tree and {@code form}, which is not empty. */
    FormTree with(String form) {
        int shared = 0;
        int most = Math.min(label.length(), form.length());
        while (shared < most && label.charAt(shared) == form.charAt(shared)) {
            shared++;
        }
        if (shared < label.length()) {
            FormTree below = new FormTree(label.substring(shared), endsForm, firsts, branches);
            return new FormTree(
                            label.substring(0, shared), false, new char[] {label.charAt(shared)}, new FormTree[] {below
                            })
                    .with(form);
        }
        return shared == form.length()
                ? new FormTree(label, true, firsts, branches)
                : withBelow(form.substring(shared));
    }

    private FormTree withBelow(String rest) {
        int at = Arrays.binarySearch(firsts, rest.charAt(0));
        if (at >= 0) {
            FormTree[] copy = branches.clone();
            copy[at] = branches[at].with(rest);
            return new FormTree(label, endsForm, firsts, copy);
        }
        int place = -at - 1;
        char[] newFirsts = Arrays.copyOf(firsts, firsts.length + 1);
        FormTree[] newBranches = Arrays.copyOf(branches, branches.length + 1);
        System.arraycopy(firsts, place, newFirsts, place + 1, firsts.length - place);
        System.arraycopy(branches, place, newBranches, place + 1, branches.length - place);
        newFirsts[place] = rest.charAt(0);
        newBranches[place] = new FormTree(rest, true, EMPTY.firsts, EMPTY.branches);
        return new FormTree(label, endsForm, newFirsts, newBranches);
    }

    /**
     * Where the longest form that begins at {@code start} ends; {@code start} where none does.
     *
     * @param cut whether the text has lost its end, so that a form which runs into it counts as one that ends there
     */
    int end(String text, int start, boolean cut) {
        FormTree node = this;
        int end = start;
        int at = start;
        while (at < text.length()) {
            int branch = Arrays.binarySearch(node.firsts, text.charAt(at));
            if (branch < 0) {
                return end;
            }
            node = node.branches[branch];
            int left = text.length() - at;
            if (left < node.label.length()) {
                return cut && text.regionMatches(at, node.label, 0, left) ? text.length() : end;
            }
            if (!text.startsWith(node.label, at)) {
                return end;
            }
            at += node.label.length();
            if (node.endsForm || (cut && at == text.length())) {
                end = at;
            }
        }
        return end;
    }
}
