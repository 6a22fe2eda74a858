package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedBypass;
import dev.goldenpath.runlog.LoggedRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What told services to skip their checks: who reads of a pass should know what it was not asked. */
final class Bypasses {
    private final Map<String, List<LoggedBypass>> byName;

    private Bypasses(LoggedRun run) {
        // In one order, and of several spellings the same one, whichever test was the first.
        byName = run.code().bypasses().stream()
                .sorted(Comparator.comparing(each -> each.bypass().name()))
                .collect(Collectors.groupingBy(
                        each -> each.bypass().name(),
                        () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                        Collectors.toList()));
    }

    static Bypasses of(LoggedRun run) {
        return new Bypasses(run);
    }

    /** {@code Bypass in use: X-E2E-Bypass-Key (12 tests).}; empty where there is none. */
    String line() {
        return byName.isEmpty()
                ? ""
                : "Bypass in use: "
                        + byName.entrySet().stream()
                                .map(each -> each.getKey() + " (" + uses(each.getValue()) + ")")
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    /** Each with its services and the number of tests, as Markdown; empty where there is none. */
    String listed() {
        return byName.entrySet().stream()
                .map(each -> "- " + Markdown.code(each.getKey()) + " → " + Markdown.codes(services(each.getValue()))
                        + ": " + uses(each.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /**
     * One of them.
     *
     * @param tests how many used it in calls of their own
     * @param inSetUp whether set-up that tests share did
     */
    record Use(String name, List<String> services, int tests, boolean inSetUp) {}

    /** Each by its name. */
    List<Use> all() {
        return byName.entrySet().stream()
                .map(each -> new Use(
                        each.getKey(),
                        services(each.getValue()),
                        tests(each.getValue()).size(),
                        each.getValue().stream().anyMatch(LoggedBypass::inSetUp)))
                .toList();
    }

    /** Each in words, with its services and the number of tests. */
    List<String> sentences() {
        return byName.entrySet().stream()
                .map(each -> each.getKey() + " → " + String.join(", ", services(each.getValue())) + ": "
                        + uses(each.getValue()))
                .toList();
    }

    /** The names of those that a test has used in its own calls. */
    static List<String> of(LoggedRun run, String test) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        run.code().bypasses().stream()
                .filter(each -> each.tests().contains(test))
                .forEach(each -> names.add(each.bypass().name()));
        return List.copyOf(names);
    }

    private static List<String> services(List<LoggedBypass> some) {
        return some.stream()
                .map(each -> each.bypass().service())
                .distinct()
                .sorted()
                .toList();
    }

    private static Set<String> tests(List<LoggedBypass> some) {
        Set<String> tests = new LinkedHashSet<>();
        some.forEach(each -> tests.addAll(each.tests()));
        return tests;
    }

    private static String uses(List<LoggedBypass> some) {
        Set<String> tests = tests(some);
        List<String> uses = new ArrayList<>();
        if (!tests.isEmpty()) {
            uses.add(tests.size() + (tests.size() == 1 ? " test" : " tests"));
        }
        if (some.stream().anyMatch(LoggedBypass::inSetUp)) {
            uses.add("shared set-up");
        }
        return String.join(" and ", uses);
    }
}
