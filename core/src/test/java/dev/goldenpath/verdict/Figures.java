package dev.goldenpath.verdict;

import dev.goldenpath.evidence.Audit;
import dev.goldenpath.evidence.Bypass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes figures of a run. */
final class Figures {
    private final Map<String, TestGroup> tests = new LinkedHashMap<>();
    private final List<Bypass> bypasses = new ArrayList<>();
    private final List<GateReason> broken = new ArrayList<>();
    private RevenueAtRisk revenue = RevenueAtRisk.NONE;
    private Audit audit = new Audit(List.of(), List.of());
    private int flaky;
    private int marked;

    /** More tests of a priority. */
    Figures tests(String priority, Verdict... verdicts) {
        return tally(priority, Tally.of(Arrays.asList(verdicts)));
    }

    Figures tally(String priority, Tally more) {
        tests.merge(priority, new TestGroup(more, 0), (one, other) -> TestGroup.sum(List.of(one, other)));
        return this;
    }

    /** How many of those there are ERROR for the configuration. */
    Figures misconfigured(String priority, int count) {
        tests.computeIfPresent(priority, (name, group) -> new TestGroup(group.tally(), count));
        return this;
    }

    Figures flaky(int count) {
        flaky = count;
        return this;
    }

    Figures revenue(RevenueAtRisk atRisk) {
        revenue = atRisk;
        return this;
    }

    Figures audit(int clean, int flawed) {
        audit = new Audit(names("Clean", clean), names("Flawed", flawed));
        return this;
    }

    Figures marked(int count) {
        marked = count;
        return this;
    }

    Figures bypass(String name) {
        bypasses.add(new Bypass(name, "backend"));
        return this;
    }

    Figures broken(GateReason reason) {
        broken.add(reason);
        return this;
    }

    GateFigures get() {
        return new GateFigures(tests, flaky, revenue, audit, marked, bypasses, broken);
    }

    private static List<String> names(String beginning, int count) {
        return IntStream.range(0, count).mapToObj(i -> beginning + i).toList();
    }
}
