package dev.goldenpath.report;

import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.environment.KnownIssue;
import dev.goldenpath.environment.KnownScope;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.Revenue;
import dev.goldenpath.evidence.Audit;
import dev.goldenpath.evidence.Bypass;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.runlog.Circumstances;
import dev.goldenpath.runlog.EvidenceIndex;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedBypass;
import dev.goldenpath.runlog.LoggedCode;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedIssue;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedServices;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run as its logs would tell it. */
final class SampleRun {
    /** That all of it stands in. */
    static final Path LOG = Path.of("log");

    private final List<LoggedTest> tests = new ArrayList<>();
    private final List<LoggedJvm> jvms = new ArrayList<>();
    private final Map<String, BigDecimal> rates = new LinkedHashMap<>();
    private GateSettings asked = GateSettings.NONE;
    private final Map<String, BigDecimal> monthly = new LinkedHashMap<>();
    private final List<LoggedIssue> knownIssues = new ArrayList<>();
    private LoggedServices services = LoggedServices.NONE;
    private Set<String> environments = Set.of();
    private String currency = "";
    private LoggedCode code = LoggedCode.NONE;
    private int pending;
    private String id = "r1";

    SampleRun run(String name) {
        id = name;
        return this;
    }

    SampleRun environment(String name) {
        environments = Set.of(name);
        return this;
    }

    SampleRun revisions(Map<String, String> told) {
        return services(told(told));
    }

    SampleRun services(LoggedServices known) {
        services = known;
        return this;
    }

    /** Services that said once what they run. */
    static LoggedServices told(Map<String, String> revisions) {
        List<Sighting<Revision>> sightings = revisions.entrySet().stream()
                .map(each -> new Sighting<>(
                        LOG, Instant.EPOCH, new Revision(each.getKey(), each.getValue(), null, RunPart.BEFORE)))
                .toList();
        return new LoggedServices(Map.of(), List.of(), sightings);
    }

    SampleRun revenue(String inCurrency, String name, String amount) {
        currency = inCurrency;
        monthly.put(name, new BigDecimal(amount));
        return this;
    }

    SampleRun required(String name, String percent) {
        rates.put(name, new BigDecimal(percent));
        return this;
    }

    /** What the gate asks for besides the rates. */
    SampleRun asked(GateSettings gate) {
        asked = gate;
        return this;
    }

    SampleRun jvm(LoggedJvm.End end, String... problems) {
        Path log = Path.of("run-r1-" + (jvms.size() + 1) + "-1700000000000.jsonl");
        jvms.add(new LoggedJvm(log, null, Instant.EPOCH, end, List.of(problems)));
        return this;
    }

    /** A JVM that was asked to run less than all. */
    SampleRun jvm(Map<String, String> selection) {
        RunStart.Jvm java = new RunStart.Jvm("17.0.15", "Eclipse Adoptium", 1, Instant.EPOCH);
        RunStart start = new RunStart("r1", "local", null, java, null, selection);
        jvms.add(new LoggedJvm(LOG, start, Instant.EPOCH, LoggedJvm.End.FINISHED, List.of()));
        return this;
    }

    SampleRun jvm(LoggedJvm jvm) {
        jvms.add(jvm);
        return this;
    }

    SampleRun code(List<Finding> findings, List<String> clean, List<String> flawed) {
        code = new LoggedCode(findings, new Audit(clean, flawed), code.bypasses());
        return this;
    }

    /** A bypass that went with calls of these tests of this class, and of set-up where there are none. */
    SampleRun bypass(String name, String service, String... tests) {
        List<LoggedBypass> bypasses = new ArrayList<>(code.bypasses());
        Bypass bypass = new Bypass(name, service);
        bypasses.add(new LoggedBypass(
                bypass,
                Stream.of(tests).map(test -> planned("P1", test).test()).collect(Collectors.toSet()),
                tests.length == 0));
        List<Finding> findings = new ArrayList<>(code.findings());
        findings.add(bypass.finding());
        code = new LoggedCode(findings, code.audit(), bypasses);
        return this;
    }

    /** A known issue of these tests, in which a class or {@code class#method} is named. */
    SampleRun knownIssue(String issue, boolean expired, String... inTests) {
        knownIssues.add(new LoggedIssue(
                new KnownIssue(
                        issue,
                        URI.create("https://tracker.example.com/" + issue),
                        "payments",
                        LocalDate.parse(expired ? "2026-01-31" : "2027-01-31"),
                        new KnownScope(List.of(), List.of(inTests)),
                        List.of("0123456789abcdef"),
                        new Origin("known-issues.yaml:" + (1 + 6 * knownIssues.size()))),
                expired));
        return this;
    }

    /** A test that is KNOWN as the first such issue. */
    SampleRun known(PlannedTest plan, String issue, String message) {
        KnownIssue found = knownIssues.stream()
                .map(LoggedIssue::issue)
                .filter(each -> each.id().equals(issue))
                .findFirst()
                .orElseThrow();
        return test(
                plan,
                new LoggedAttempt(
                        1,
                        Verdict.KNOWN,
                        null,
                        Duration.ofMillis(7),
                        List.of(),
                        new LoggedFailure(
                                "java.lang.AssertionError",
                                message,
                                "java.lang.AssertionError: " + message + "\n\tat a.B.c(B.java:1)\n",
                                "0123456789abcdef"),
                        "Known issue " + found.words(),
                        null,
                        issue,
                        Circumstances.UNKNOWN));
    }

    SampleRun pending(int more) {
        pending = more;
        return this;
    }

    SampleRun test(PlannedTest plan, LoggedAttempt... attempts) {
        tests.add(new LoggedTest(LOG, plan, List.of(attempts)));
        return this;
    }

    SampleRun tests(List<LoggedTest> more) {
        tests.addAll(more);
        return this;
    }

    /** A test of one attempt. */
    SampleRun test(String priority, String name, Verdict verdict) {
        return test(planned(priority, name), attempt(1, verdict, 1, null, null));
    }

    private GateSettings gate() {
        GateSettings both = GateSettings.ofRates(rates).and(asked);
        return new GateSettings(
                both.rates(),
                both.revenueAtRisk(),
                both.flaky(),
                both.skipped(),
                both.audit(),
                both.markers(),
                both.bypasses(),
                asked.toleratesKnown());
    }

    LoggedRun read() {
        return new LoggedRun(
                id,
                environments,
                gate(),
                new Revenue(currency, monthly),
                knownIssues,
                services,
                code,
                jvms,
                tests,
                pending,
                EvidenceIndex.NONE);
    }

    static String worklog(LoggedRun run, Path folder) {
        return worklog(RunAccount.of(run), folder, WorklogNotes.none());
    }

    static String worklog(RunAccount account, Path folder, WorklogNotes notes) {
        List<Path> files = Stream.of("traffic.har", "goldenpath-junit.xml", "report.html", "worklog.md")
                .map(folder::resolve)
                .toList();
        return Worklog.of(account, new WorklogPlace(folder, files, notes, List.of(), List.of()), EarlierRuns.NONE);
    }

    static PlannedTest planned(String priority, String name, String... protects) {
        return new PlannedTest(
                "[class:ChatIT]/[method:" + name + "()]",
                "com.example.ChatIT",
                name + "()",
                name + "()",
                priority,
                "chat",
                List.of(protects));
    }

    static LoggedAttempt attempt(
            int number, Verdict verdict, @Nullable Integer millis, @Nullable String message, @Nullable String cause) {
        boolean skipped = verdict == Verdict.SKIPPED;
        return new LoggedAttempt(
                number,
                verdict,
                verdict == Verdict.PASSED ? Grade.C : null,
                millis == null ? null : Duration.ofMillis(millis),
                List.of(),
                message == null || skipped
                        ? null
                        : new LoggedFailure("java.lang.AssertionError", message, "at x", null),
                skipped ? message : null,
                cause);
    }
}
