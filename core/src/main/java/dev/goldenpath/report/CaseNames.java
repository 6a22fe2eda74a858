package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The names of a run's tests in the JUnit XML. No two test cases have the same class and name, for some readers take the
 * first and leave out the others: of several of one name, in the order in which they were planned, the second has
 * {@code  [2]} behind it.
 */
final class CaseNames {
    private static final int LONGEST = 1_000;

    private final SurefireNames surefire;
    private final IdentityHashMap<LoggedTest, String> names = new IdentityHashMap<>();

    CaseNames(LoggedRun run) {
        surefire = new SurefireNames(run);
        Set<String> taken = new HashSet<>();
        Map<String, Integer> next = new HashMap<>();
        for (LoggedTest test : run.tests()) {
            names.put(test, free(test.plan().className() + "\n", plain(test), taken, next));
        }
    }

    private static String free(String type, String name, Set<String> taken, Map<String, Integer> next) {
        if (taken.add(type + name)) {
            return name;
        }
        int number = next.getOrDefault(type + name, 2);
        while (!taken.add(type + numbered(name, number))) {
            number++;
        }
        next.put(type + name, number + 1);
        return numbered(name, number);
    }

    private static String numbered(String name, int number) {
        return name + " [" + number + "]";
    }

    /** Its name, as no other test of its class has it. */
    String of(LoggedTest test) {
        return Objects.requireNonNull(names.get(test), () -> test.plan().test());
    }

    /** Its name in Surefire's own XML, which others may have, too; a very long one is shortened. */
    String plain(LoggedTest test) {
        return XmlElements.holdable(Shortened.to(LONGEST, surefire.of(test)));
    }
}
