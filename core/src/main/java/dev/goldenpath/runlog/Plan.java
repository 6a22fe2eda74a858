package dev.goldenpath.runlog;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Replaces templates and factories in a plan by their invocations. */
final class Plan {
    /** A slash inside a segment is escaped by JUnit, so this one separates segments. */
    private static final Pattern SEPARATOR = Pattern.compile("/(?=\\[)");

    private static final String INVOCATION = "-invocation:";

    private Plan() {}

    /**
     * The tests that count: all planned ids but those that others replace, and those replaced ones that ended badly
     * themselves, which none of the others tells of. Order is kept.
     */
    static Set<String> effective(Collection<String> planned, Predicate<String> endedItself) {
        Set<String> replaced = new LinkedHashSet<>();
        for (String id : planned) {
            collectReplaced(Arrays.asList(SEPARATOR.split(id)), 0, "", id, replaced);
        }
        Set<String> effective = new LinkedHashSet<>(planned);
        effective.removeIf(id -> replaced.contains(id) && !endedItself.test(id));
        return effective;
    }

    /**
     * Collects every id that {@code id} replaces: its ancestors, and what its ancestors were called before they were
     * invoked, that is without their invocation segments.
     */
    private static void collectReplaced(
            List<String> segments, int from, String prefix, String id, Set<String> replaced) {
        if (!prefix.isEmpty() && !prefix.equals(id)) {
            replaced.add(prefix);
        }
        if (from == segments.size()) {
            return;
        }
        String segment = segments.get(from);
        collectReplaced(segments, from + 1, prefix.isEmpty() ? segment : prefix + "/" + segment, id, replaced);
        if (segment.contains(INVOCATION)) {
            collectReplaced(segments, from + 1, prefix, id, replaced);
        }
    }
}
