package dev.goldenpath.compare;

import dev.goldenpath.runlog.LoggedTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds each test of one run in another: by its JUnit unique id, and what is left by its class and name, for another
 * version of JUnit may give other ids. One that several JVMs planned is paired as often as both runs have it.
 */
final class TestPairs {
    private TestPairs() {}

    /** In the order of the second run; behind them those that only the first has. */
    static List<TestPair> of(List<LoggedTest> before, List<LoggedTest> after) {
        IdentityHashMap<LoggedTest, LoggedTest> partners = new IdentityHashMap<>();
        List<LoggedTest> left =
                pair(before, after, partners, test -> test.plan().test());
        left = pair(
                left,
                after,
                partners,
                test -> test.plan().className() + " " + test.plan().name());
        List<TestPair> pairs = new ArrayList<>();
        after.forEach(test -> pairs.add(new TestPair(partners.get(test), test)));
        left.forEach(test -> pairs.add(new TestPair(test, null)));
        return pairs;
    }

    /** Those of the first run that are left. */
    private static List<LoggedTest> pair(
            List<LoggedTest> before,
            List<LoggedTest> after,
            IdentityHashMap<LoggedTest, LoggedTest> partners,
            Function<LoggedTest, String> name) {
        Map<String, Deque<LoggedTest>> byName = new HashMap<>();
        before.forEach(test -> byName.computeIfAbsent(name.apply(test), key -> new ArrayDeque<>())
                .add(test));
        Set<LoggedTest> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (LoggedTest test : after) {
            LoggedTest partner = partners.containsKey(test)
                    ? null
                    : byName.getOrDefault(name.apply(test), new ArrayDeque<>()).poll();
            if (partner != null) {
                partners.put(test, partner);
                found.add(partner);
            }
        }
        return before.stream().filter(test -> !found.contains(test)).toList();
    }
}
