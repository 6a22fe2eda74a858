package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The worklog's beginning: what it is a run of. */
final class WorklogOrigin {
    private static final int CATEGORIES = 10;

    private WorklogOrigin() {}

    static String of(RunAccount account) {
        LoggedRun run = account.run();
        RunOrigin origin = new RunOrigin(run);
        BulletList list = new BulletList();
        list.codes("Environment", List.copyOf(run.environments()));
        if (!run.tests().isEmpty()) {
            list.add("Focus", focus(run));
        }
        list.codes(
                "Revision",
                origin.revisions().stream()
                        .map(fact -> fact.key() + " " + fact.value())
                        .toList());
        account.revisions().sentences().forEach(sentence -> list.add("Redeployed in mid-run", Markdown.code(sentence)));
        list.codes("Git commit", origin.commits());
        list.add("Run", Markdown.code(run.run()));
        list.codes("Shards", origin.shards());
        list.add("JVMs", jvms(run, origin));
        list.codes("CI build", origin.builds());
        if (run.pending() > 0) {
            list.add("So far", run.pending() + " more planned in JVMs of this run that have not ended");
        }
        return list.toString();
    }

    /** {@code 11 tests, P1 3, none 2, of the categories `chat`, `shop`}. */
    private static String focus(LoggedRun run) {
        Map<String, Integer> priorities = new TreeMap<>();
        Set<String> categories = new TreeSet<>();
        run.tests().forEach(test -> {
            priorities.merge(test.plan().priority(), 1, Integer::sum);
            categories.add(test.plan().category());
        });
        int more = categories.size() - CATEGORIES;
        return Counted.of(run.tests().size(), "test") + ", "
                + priorities.entrySet().stream()
                        .map(each -> Markdown.text(each.getKey()) + " " + each.getValue())
                        .collect(Collectors.joining(", "))
                + ", of " + (categories.size() == 1 ? "the category " : "the categories ")
                + Markdown.codes(categories.stream().limit(CATEGORIES).toList())
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String jvms(LoggedRun run, RunOrigin origin) {
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
}
