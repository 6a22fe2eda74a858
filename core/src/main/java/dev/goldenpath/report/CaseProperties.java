package dev.goldenpath.report;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The properties of a test case in the JUnit XML: name and value. */
final class CaseProperties {
    private static final int TRACES = 5;
    private static final int TAIL = 95;
    private static final int NANO_DIGITS = 6;
    private static final int MICRO_DIGITS = 3;

    private final RunAccount account;
    private final LoggedTest test;
    private final List<Fact> properties = new ArrayList<>();

    private CaseProperties(RunAccount account, LoggedTest test) {
        this.account = account;
        this.test = test;
    }

    static List<Fact> of(RunAccount account, LoggedTest test) {
        CaseProperties properties = new CaseProperties(account, test);
        properties.plan();
        properties.result();
        properties.revisions();
        if (!test.attempts().isEmpty()) {
            properties.traffic(account.traffic().of(test));
        }
        properties.numbered(
                "goldenpath.bypass.", Bypasses.of(account.run(), test.plan().test()));
        return properties.properties;
    }

    private void plan() {
        if (!account.names().of(test).equals(account.names().plain(test))) {
            add("goldenpath.name", account.names().plain(test));
        }
        add("goldenpath.priority", test.plan().priority());
        if (!test.plan().protects().isEmpty()) {
            add("goldenpath.protects", String.join(",", test.plan().protects()));
        }
    }

    private void result() {
        add("goldenpath.verdict", test.verdict());
        test.last().map(LoggedAttempt::grade).ifPresent(grade -> add("goldenpath.grade", grade));
        add("goldenpath.attempts", test.attempts().size());
        account.causes()
                .placeOf(test)
                .ifPresent(folded -> add("goldenpath.cause", folded.cause().headline()));
    }

    private void revisions() {
        List<Fact> known = account.revisions().known(test);
        if (!known.isEmpty()) {
            add(
                    "goldenpath.revision",
                    known.stream().map(each -> each.key() + " " + each.value()).collect(Collectors.joining(", ")));
        }
        account.revisions().of(test).forEach(met -> add("goldenpath.revision." + met.key(), met.value()));
    }

    private void traffic(TestTraffic traffic) {
        add("goldenpath.http.count", traffic.exchanges());
        traffic.http().percentile(TAIL).ifPresent(p95 -> add("goldenpath.http.p95.ms", millis(p95)));
        int number = 1;
        for (String trace : traffic.traces()) {
            if (number > TRACES) {
                add("goldenpath.traceId.more", traffic.traces().size() - TRACES);
                break;
            }
            add(number == 1 ? "goldenpath.traceId" : "goldenpath.traceId." + number, trace);
            number++;
        }
    }

    private void numbered(String prefix, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            add(prefix + (i + 1), values.get(i));
        }
    }

    private void add(String name, Object value) {
        properties.add(Fact.of(name, value));
    }

    private static String millis(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), NANO_DIGITS)
                .setScale(MICRO_DIGITS, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
