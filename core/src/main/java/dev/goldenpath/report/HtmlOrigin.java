package dev.goldenpath.report;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the run was: of which revisions, when, from which sources, asked for what, and what stood out. */
final class HtmlOrigin {
    private static final Set<String> LINKED = Set.of("http", "https");

    private final RunAccount account;
    private final LoggedRun run;
    private final Html html;

    HtmlOrigin(RunAccount account, Html html) {
        this.account = account;
        this.run = account.run();
        this.html = html;
    }

    void write() throws IOException {
        RunOrigin origin = new RunOrigin(run);
        HtmlFacts facts = new HtmlFacts(html);
        facts.add("Environment", List.copyOf(run.environments()));
        facts.add("Revision", origin.revisions().stream().map(HtmlOrigin::line).toList());
        facts.add("Redeployed in mid-run", account.revisions().sentences());
        facts.add("Ran", ran());
        facts.add("So far", pending());
        facts.add("Bypasses in use", Bypasses.of(run).sentences());
        facts.add("Code audit", run.code().isAudited() ? List.of(CodeFindings.score(run)) : List.of());
        facts.add("Git commit", origin.commits());
        if (!origin.builds().isEmpty()) {
            facts.add("CI build", () -> builds(origin.builds()));
        }
        facts.add("Selection", origin.selections());
        facts.add("Shards", origin.shards());
        facts.add("JVMs", jvms(origin));
        facts.add("Run", List.of(run.run()));
        html.element("section", Html.attributes("class", "card", "id", "run"), () -> {
            html.element("h2", "This run");
            facts.write();
        });
    }

    private static String line(Fact fact) {
        return fact.key() + " " + fact.value();
    }

    private List<String> ran() {
        return RunSpan.of(account)
                .map(span -> List.of(TimeOfDay.of(span.from()) + " to " + TimeOfDay.of(span.to()) + " UTC, "
                        + Elapsed.of(span.took())))
                .orElse(List.of());
    }

    private List<String> pending() {
        return run.pending() == 0
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT, "%,d more planned in JVMs of this run that have not ended", run.pending()));
    }

    private List<String> jvms(RunOrigin origin) {
        List<String> lines = new ArrayList<>();
        lines.add(run.jvms().size() + (origin.javas().isEmpty() ? "" : ", Java " + String.join(", ", origin.javas())));
        ended(lines, End.KILLED, "killed");
        ended(lines, End.RUNNING, "still running");
        return lines;
    }

    private void ended(List<String> lines, End end, String word) {
        for (LoggedJvm jvm : run.jvms(end)) {
            lines.add(word + ": " + jvm.log().getFileName());
        }
    }

    private void builds(List<String> builds) throws IOException {
        for (String build : builds) {
            html.element("div", () -> {
                if (isLinked(build)) {
                    html.element("a", Html.attributes("href", build, "rel", "noreferrer"), () -> html.brief(build));
                } else {
                    html.brief(build);
                }
            });
        }
    }

    /** Anything else could run in this page, or open what only looks like a page. */
    private static boolean isLinked(String build) {
        try {
            String scheme = new URI(build).getScheme();
            return scheme != null && LINKED.contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
