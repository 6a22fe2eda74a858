package dev.goldenpath.runlog;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Replaces templates and factories in a plan by their invocations. */
final class Plan {
    /** A slash inside a segment is escaped by JUnit, so this one separates segments. */
    private static final Pattern SEPARATOR = Pattern.compile("/(?=\\[)");

    private static final Pattern CLASS = Pattern.compile("\\[[^:]*class[^:]*:");

    private static final String INVOCATION = "-invocation:";

    private Plan() {}

    /** The tests that count: all planned ids but those that others replace. Order is kept. */
    static Set<String> effective(Collection<String> planned) {
        Set<String> replaced = new LinkedHashSet<>();
        for (String id : planned) {
            List<String> segments = Arrays.asList(SEPARATOR.split(id));
            collectReplaced(segments, 0, "", id, replaced);
        }
        Set<String> effective = new LinkedHashSet<>(planned);
        effective.removeAll(replaced);
        return effective;
    }

    /** A class stands in the plan only for its own failed tear-down, which its tests do not tell of. */
    private static boolean isClass(String segment) {
        return CLASS.matcher(segment).lookingAt();
    }

    /**
     * Collects every id that {@code id} replaces: its ancestors, and what its ancestors were called before they were
     * invoked, that is without their invocation segments.
     */
    private static void collectReplaced(
            List<String> segments, int from, String prefix, String id, Set<String> replaced) {
        if (!prefix.isEmpty() && !prefix.equals(id) && !isClass(segments.get(from - 1))) {
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
