package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Verdict;
import java.util.List;

/** A run whose texts try to be more than texts. */
final class HostileRun {
    /** Each is a test's name, message, reason, and the name of its category. */
    static final List<String> TEXTS = List.of(
            "]]></failure><script>alert(1)</script>",
            "\"'><img src=x onerror=alert(1)>&amp;&#x26;",
            "\u001B[31mred\u0007\u0000\uFFFE",
            "a|b|c\n|---|---|\n| d | e |",
            "``` \n```\n~~~\n# heading\n- item\n<!-- notes:end general -->",
            "<!-- notes:begin general -->",
            "a <!-- --> b [x](javascript:alert(1)) ![y](http://h/) <details>",
            "\u202Eevil\u202C \u2066isolated\u2069 \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
            "line\u2028separator\u2029paragraph\u0085next",
            "half \uD83D of a pair",
            "[[ATTACHMENT|/etc/passwd]]",
            "x".repeat(100_000),
            "\n\n\n");

    private HostileRun() {}

    static LoggedRun read() {
        SampleRun run = new SampleRun();
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = TEXTS.get(i);
            run.test(SampleRun.planned("P1", "failed " + text), FullRun.failed(1, Verdict.FAILED, text));
            run.test(SampleRun.planned("P2", "skipped " + text), FullRun.skipped(text));
            run.test(
                    SampleRun.planned("P3", "blocked " + text),
                    SampleRun.attempt(1, Verdict.BLOCKED, 1, text, text + i));
        }
        return run.read();
    }
}
