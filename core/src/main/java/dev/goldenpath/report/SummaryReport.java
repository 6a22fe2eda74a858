package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.goldenpath.evidence.Audit;
import dev.goldenpath.runlog.GitState;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.Redeployment;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.verdict.GateBudget;
import dev.goldenpath.verdict.GateRate;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What a run came to, as JSON for dashboards and bots. */
final class SummaryReport {
    static final String FORMAT = "goldenpath-summary/1";

    /** With the same line ends everywhere. */
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private final RunAccount account;
    private final LoggedRun run;
    private final SummaryJson json;

    private SummaryReport(RunAccount account, SummaryJson json) {
        this.account = account;
        this.run = account.run();
        this.json = json;
    }

    /**
     * Writes the summary.
     *
     * @param files names of the report files that were made beside it
     */
    static void write(RunAccount account, List<String> files, Writer writer) throws IOException {
        try (JsonGenerator generator = new JsonFactory().createGenerator(writer)) {
            generator.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(INDENTER));
            generator.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            SummaryJson json = new SummaryJson(generator);
            json.object(() -> new SummaryReport(account, json).write(files));
            generator.writeRaw('\n');
        }
    }

    private void write(List<String> files) throws IOException {
        RunOrigin origin = new RunOrigin(run);
        json.text("format", FORMAT);
        json.text("run", run.run());
        json.time("startedAt", run.startedAt().orElse(null));
        json.time("endedAt", run.endedAt().orElse(null));
        json.texts("environments", run.environments());
        json.array("git", this::git);
        json.texts("selections", origin.selections());
        json.texts("builds", origin.builds());
        if (!origin.shards().isEmpty()) {
            json.texts("shards", origin.shards());
        }
        json.array("jvms", this::jvms);
        json.number("pending", run.pending());
        json.object("gate", this::gate);
        new SummaryTests(account, json).write();
        if (account.revenue().isDeclared()) {
            json.object("revenue", this::revenue);
        }
        new SummaryServices(account, json).write();
        json.array("redeployments", this::redeployments);
        if (run.code().isAudited()) {
            json.object("audit", this::audit);
        }
        json.array("bypasses", this::bypasses);
        json.array("knownIssues", this::knownIssues);
        json.texts(
                "problems",
                run.jvms().stream().flatMap(jvm -> jvm.problems().stream()).toList());
        json.texts("files", files);
    }

    private void git() throws IOException {
        List<GitState> states = run.jvms().stream()
                .map(LoggedJvm::start)
                .filter(Objects::nonNull)
                .map(RunStart::git)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        for (GitState state : states) {
            json.object(() -> {
                json.text("commit", state.commit());
                json.json().writeBooleanField("dirty", state.dirty());
            });
        }
    }

    private void jvms() throws IOException {
        for (LoggedJvm jvm : run.jvms()) {
            Path name = jvm.log().getFileName();
            RunStart start = jvm.start();
            json.object(() -> {
                json.text("log", name == null ? null : name.toString());
                json.text("end", SummaryJson.word(jvm.end()));
                json.time("startedAt", jvm.startedAt());
                json.time("endedAt", jvm.endedAt());
                json.text("java", start == null ? null : start.jvm().version());
            });
        }
    }

    private void gate() throws IOException {
        json.json().writeBooleanField("green", account.gate().isGreen());
        json.texts(
                "kinds", account.gate().kinds().stream().map(SummaryJson::word).toList());
        json.texts("reasons", account.gate().reasons());
        json.array("rates", () -> {
            for (GateRate rate : account.gate().ruling().rates()) {
                json.object(() -> rate(rate));
            }
        });
        json.array("budgets", () -> {
            for (GateBudget budget : account.gate().budgets()) {
                json.object(() -> budget(budget));
            }
        });
    }

    private void rate(GateRate rate) throws IOException {
        json.text("name", rate.name());
        json.json().writeNumberField("passRate", rate.passRate());
        if (rate.required() != null) {
            json.json().writeNumberField("required", rate.required());
        }
        json.json().writeBooleanField("reached", rate.isReached());
    }

    private void budget(GateBudget budget) throws IOException {
        json.text("name", budget.name());
        json.text("actual", budget.actual());
        json.text("allowed", budget.allowed());
        json.json().writeBooleanField("kept", budget.isKept());
    }

    private void revenue() throws IOException {
        json.text("currency", run.revenue().currency());
        json.json().writeNumberField("verified", account.revenue().verified());
        json.json().writeNumberField("unverified", account.revenue().unverified());
        json.texts("unprotected", account.revenue().unprotected());
    }

    private void redeployments() throws IOException {
        for (Redeployment each : Redeployment.of(run.services())) {
            json.object(() -> {
                json.text("service", each.service());
                json.text("from", each.from());
                json.text("to", each.to());
                json.time("lastSeen", each.lastSeen());
                json.time("firstSeen", each.firstSeen());
            });
        }
    }

    private void audit() throws IOException {
        Audit audit = run.code().audit();
        json.number("clean", audit.clean().size());
        json.number("flawed", audit.flawed().size());
    }

    private void knownIssues() throws IOException {
        for (KnownIssuesMet.Met met : account.knownIssues().all()) {
            json.object(() -> {
                json.text("id", met.issue().id());
                json.text("link", met.issue().link().toString());
                json.text("owner", met.issue().owner());
                json.text("expires", met.issue().expires().toString());
                json.json().writeBooleanField("expired", met.logged().expired());
                json.number("tests", met.tests().size());
                json.texts(
                        "passed",
                        met.passed().stream().map(test -> test.plan().test()).toList());
            });
        }
    }

    private void bypasses() throws IOException {
        for (Bypasses.Use use : Bypasses.of(run).all()) {
            json.object(() -> {
                json.text("name", use.name());
                json.texts("services", use.services());
                json.number("tests", use.tests());
                json.json().writeBooleanField("inSetUp", use.inSetUp());
            });
        }
    }
}
