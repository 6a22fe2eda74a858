package dev.goldenpath.cli;

import dev.goldenpath.history.History;
import dev.goldenpath.history.HistoryRun;
import dev.goldenpath.history.KeptTest;
import dev.goldenpath.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 26 nightly runs of a shop's staging environment, in which this and that went wrong. */
final class SampleHistory {
    private static final Instant FIRST = Instant.parse("2026-11-03T02:00:00Z");
    private static final int RUNS = 26;

    private SampleHistory() {}

    static History of() {
        History history = History.EMPTY;
        for (int number = 1; number <= RUNS; number++) {
            history = history.with(new HistoryRun(
                    "nightly-" + number,
                    FIRST.plus(Duration.ofDays(number)),
                    "staging",
                    // The tests change every fifth night, the backend every fourth.
                    "4f2a" + (3 + number / 5) + "c1d0b7e93aa01",
                    false,
                    Map.of("auth", "2.0.1", "backend", "1.4." + number / 4),
                    tests(number)));
        }
        return history;
    }

    private static List<KeptTest> tests(int number) {
        List<KeptTest> tests = new ArrayList<>();
        boolean outage = number == 9;
        tests.add(test("ChatIT", "agentAnswers", outage ? Verdict.BLOCKED : chat(number), 800 + 7 * (number % 5)));
        tests.add(test("OrdersIT", "totalIsRight", orders(number), 120 + number % 3));
        tests.add(test("LoginIT", "aliceLogsIn", Verdict.PASSED, number > 21 ? 95 : 60 + number % 4));
        tests.add(test("BillingIT", "invoiceIsSent", outage ? Verdict.BLOCKED : Verdict.PASSED, 2_150));
        if (number <= 6) {
            tests.add(test("BillingIT", "faxIsSent", Verdict.PASSED, 40));
        }
        return tests;
    }

    private static Verdict chat(int number) {
        return number > 23 ? Verdict.FAILED : Verdict.PASSED;
    }

    private static Verdict orders(int number) {
        return number == 6 || number == 17 ? Verdict.FAILED : Verdict.PASSED;
    }

    private static KeptTest test(String type, String name, Verdict verdict, int millis) {
        String fingerprint = verdict == Verdict.FAILED ? "a3f09c11d2e45b67" : null;
        return new KeptTest(
                "[engine:junit-jupiter]/[class:com.example.shop." + type + "]/[method:" + name + "()]",
                "com.example.shop." + type,
                name + "()",
                verdict,
                false,
                verdict == Verdict.BLOCKED ? null : Duration.ofMillis(millis),
                fingerprint);
    }
}
