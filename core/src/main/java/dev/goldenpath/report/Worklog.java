package dev.goldenpath.report;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The worklog of a run: a page of Markdown that reads well in a terminal, too. */
final class Worklog {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RunAccount account;
    private final LoggedRun run;
    private final Path folder;

    private Worklog(RunAccount account, Path folder) {
        this.account = account;
        this.run = account.run();
        this.folder = folder;
    }

    /**
     * The page; ends with a line end.
     *
     * @param folder where the reports are
     */
    static String of(RunAccount account, Path folder) {
        return new Worklog(account, folder).page();
    }

    private String page() {
        StringBuilder page = new StringBuilder("# Golden Path worklog");
        run.startedAt()
                .map(Worklog::minute)
                .ifPresent(minute -> page.append(", ").append(minute));
        page.append("\n\n").append(list(origin()));
        section(page, "Results", run.tests().isEmpty() ? "No golden-path test was planned.\n" : WorklogTable.of(run));
        section(page, "Revenue per month", list(revenue()));
        section(page, "Red besides its tests", problems());
        WorklogFindings findings = new WorklogFindings(account);
        section(page, "Root causes", findings.causes());
        findings.flaky().ifPresent(found -> section(page, "Flaky", found));
        for (Verdict verdict : List.of(
                Verdict.BLOCKED, Verdict.FAILED, Verdict.SUSPECT, Verdict.ERROR, Verdict.MISSING, Verdict.SKIPPED)) {
            findings.of(verdict).ifPresent(found -> section(page, verdict.name(), found));
        }
        section(page, "Bypasses in use", Bypasses.of(run).listed());
        section(page, "Fakes that are allowed", CodeFindings.allowed(run));
        section(page, "Findings", CodeFindings.listed(run));
        section(page, "What a pass does not prove", CodeFindings.LIMITS + "\n");
        section(page, "Files", list(files()));
        return page.toString();
    }

    private static void section(StringBuilder page, String title, String text) {
        if (!text.isEmpty()) {
            page.append("\n## ").append(title).append("\n\n").append(text);
        }
    }

    private static String list(List<Fact> facts) {
        return facts.stream()
                .map(fact -> "- " + fact.key() + ": " + fact.value() + "\n")
                .collect(Collectors.joining());
    }

    private List<Fact> origin() {
        RunOrigin origin = new RunOrigin(run);
        List<Fact> facts = new ArrayList<>();
        codes(facts, "Environment", List.copyOf(run.environments()));
        codes(
                facts,
                "Revision",
                origin.revisions().stream()
                        .map(fact -> fact.key() + " " + fact.value())
                        .toList());
        account.revisions()
                .sentences()
                .forEach(sentence -> facts.add(Fact.of("Redeployed in mid-run", Markdown.code(sentence))));
        Tallies.grades(run).ifPresent(grades -> facts.add(Fact.of("Grades of the passes", grades)));
        if (run.code().isAudited()) {
            facts.add(Fact.of("Audit of the tests' code", CodeFindings.score(run)));
        }
        codes(facts, "Git commit", origin.commits());
        codes(facts, "Selection", origin.selections());
        facts.add(Fact.of("Run", Markdown.code(run.run())));
        facts.add(Fact.of("JVMs", jvms(origin)));
        codes(facts, "CI build", origin.builds());
        if (run.pending() > 0) {
            facts.add(Fact.of("So far", run.pending() + " more planned in JVMs of this run that have not ended"));
        }
        return facts;
    }

    private String jvms(RunOrigin origin) {
        StringBuilder text = new StringBuilder().append(run.jvms().size());
        if (!origin.javas().isEmpty()) {
            text.append(", Java ").append(Markdown.codes(origin.javas()));
        }
        Map<End, String> ends = Map.of(End.KILLED, "killed", End.RUNNING, "still running");
        new TreeMap<>(ends).forEach((end, word) -> {
            List<LoggedJvm> jvms = run.jvms(end);
            if (!jvms.isEmpty()) {
                text.append(", ").append(jvms.size()).append(' ').append(word).append(": ");
                text.append(Markdown.codes(jvms.stream()
                        .map(jvm -> jvm.log().getFileName().toString())
                        .toList()));
            }
        });
        return text.toString();
    }

    private List<Fact> revenue() {
        if (run.revenue().monthly().isEmpty()) {
            return List.of();
        }
        RevenueSplit split = account.revenue();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Verified", amount(split.verified())));
        facts.add(Fact.of("Unverified", amount(split.unverified())));
        codes(facts, "No test protects", split.unprotected());
        return facts;
    }

    private String amount(BigDecimal amount) {
        int digits = Math.max(0, amount.stripTrailingZeros().scale());
        return String.format(Locale.ROOT, "%,." + digits + "f", amount) + " "
                + Markdown.code(run.revenue().currency());
    }

    private String problems() {
        return run.jvms().stream()
                .flatMap(jvm -> jvm.problems().stream())
                .map(problem -> "- " + Markdown.code(problem) + "\n")
                .collect(Collectors.joining());
    }

    private List<Fact> files() {
        List<Fact> facts = new ArrayList<>();
        codes(
                facts,
                "Run logs",
                run.jvms().stream()
                        .map(jvm -> jvm.log()
                                .resolveSibling("run-" + run.run() + "-*.jsonl")
                                .toString())
                        .distinct()
                        .toList());
        codes(facts, "JUnit XML", List.of(folder.resolve(Reports.JUNIT_XML).toString()));
        codes(facts, "HTTP Archive", List.of(folder.resolve(Reports.HAR).toString()));
        codes(facts, "This page", List.of(folder.resolve(Reports.WORKLOG).toString()));
        return facts;
    }

    private static void codes(List<Fact> facts, String key, List<String> values) {
        if (!values.isEmpty()) {
            facts.add(Fact.of(key, Markdown.codes(values)));
        }
    }

    private static String minute(Instant at) {
        return MINUTE.format(at);
    }
}
