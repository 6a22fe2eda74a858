package dev.goldenpath.environment;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant. */
final class Closest {
    private static final int MOST_EDITS = 2;

    private Closest() {}

    /** {@code ". Did you mean 'x'?"}, or nothing when nothing is close. */
    static String hint(String written, Collection<String> known) {
        return to(written, known)
                .map(close -> ". Did you mean '" + close + "'?")
                .orElse("");
    }

    /** Whether one is most probably a misspelling of the other: what is short differs in little by chance. */
    static boolean isNear(String written, String known) {
        return edits(written, known) <= Math.min(MOST_EDITS, known.length() / 4);
    }

    private static Optional<String> to(String written, Collection<String> known) {
        return known.stream()
                .filter(candidate -> edits(written, candidate) <= MOST_EDITS)
                .min(Comparator.comparingInt((String candidate) -> edits(written, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein distance. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
