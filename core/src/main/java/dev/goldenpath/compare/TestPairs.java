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
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds each test of one run in another: by its JUnit unique id, and what is left by its class and name, for another
 * version of JUnit may give other ids. One that several JVMs planned is paired as often as both runs have it. A template or
 * factory that came to no invocation in one of the runs, as one that was BLOCKED, is the like of all that it came to in the
 * other.
 */
final class TestPairs {
    private static final Pattern ORIGIN = Pattern.compile("/\\[test-(?:template|factory):[^/]*]$");

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
        left = withoutInvocations(left, after, partners);
        List<TestPair> pairs = new ArrayList<>();
        after.forEach(test -> pairs.add(new TestPair(partners.get(test), test)));
        left.forEach(test -> pairs.add(new TestPair(test, null)));
        return pairs;
    }

    private static List<LoggedTest> withoutInvocations(
            List<LoggedTest> left, List<LoggedTest> after, IdentityHashMap<LoggedTest, LoggedTest> partners) {
        Map<String, LoggedTest> origins = byOrigin(left.stream());
        Set<LoggedTest> found = Collections.newSetFromMap(new IdentityHashMap<>());
        after.stream()
                .filter(test -> !partners.containsKey(test))
                .forEach(test -> originsOf(test)
                        .map(origins::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .ifPresent(origin -> {
                            partners.put(test, origin);
                            found.add(origin);
                        }));
        Map<String, LoggedTest> now = byOrigin(after.stream().filter(test -> !partners.containsKey(test)));
        left.forEach(test -> originsOf(test)
                .map(now::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(origin -> {
                    partners.putIfAbsent(origin, test);
                    found.add(test);
                }));
        return left.stream().filter(test -> !found.contains(test)).toList();
    }

    private static Map<String, LoggedTest> byOrigin(Stream<LoggedTest> tests) {
        Map<String, LoggedTest> origins = new HashMap<>();
        tests.filter(test -> ORIGIN.matcher(test.plan().test()).find())
                .forEach(test -> origins.putIfAbsent(test.plan().test(), test));
        return origins;
    }

    /** Ids of what may have been planned in the place of a test, the nearest first. */
    private static Stream<String> originsOf(LoggedTest test) {
        String id = test.plan().test();
        return Stream.iterate(id.lastIndexOf("/["), end -> end > 0, end -> id.lastIndexOf("/[", end - 1))
                .map(end -> id.substring(0, end));
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
