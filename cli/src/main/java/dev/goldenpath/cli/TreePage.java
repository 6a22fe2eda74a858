package dev.goldenpath.cli;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Need;
import dev.goldenpath.environment.ServiceEndpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints which service depends on which, and how each is: what is broken under what. */
final class TreePage {
    private final Screen screen;

    TreePage(Screen screen) {
        this.screen = screen;
    }

    private record Row(String branch, String name, String note, Seen seen) {}

    /** Prints nothing where no service depends on another one. */
    void print(Outcome outcome) {
        Environment environment = outcome.environment();
        Set<String> dependencies = environment.services().values().stream()
                .flatMap(service -> service.dependsOn().keySet().stream())
                .collect(Collectors.toSet());
        if (dependencies.isEmpty()) {
            return;
        }
        List<Row> rows = new ArrayList<>();
        Set<String> met = new HashSet<>();
        environment.services().keySet().stream()
                .filter(name -> !dependencies.contains(name))
                .forEach(name -> add(rows, outcome, name, "", "", Need.REQUIRED, met));
        int width = rows.stream()
                .mapToInt(row -> row.branch.length() + row.name.length() + row.note.length())
                .max()
                .orElse(0);
        Set<String> roots = outcome.roots().stream().map(Seen::subject).collect(Collectors.toSet());
        screen.gap();
        screen.line(Span.strong("Dependencies"));
        rows.forEach(row -> screen.line(
                Span.of("  " + row.branch + row.name),
                Span.faint(screen.padded(row.note, width - row.branch.length() - row.name.length())),
                new Span("  " + row.seen.stateAndWhoSaysSo(), row.seen.style()),
                Span.of(roots.contains(row.name) ? "  ← root cause" : "")));
    }

    private static void add(
            List<Row> rows, Outcome outcome, String name, String branch, String below, Need need, Set<String> met) {
        ServiceEndpoint service = outcome.environment().service(name);
        // In the order of the file.
        List<String> dependencies = outcome.environment().services().keySet().stream()
                .filter(service.dependsOn()::containsKey)
                .toList();
        boolean again = !met.add(name) && !dependencies.isEmpty();
        String note = (need == Need.OPTIONAL ? " (optional)" : "") + (again ? " (see above)" : "");
        outcome.service(name).ifPresent(seen -> rows.add(new Row(branch, name, note, seen)));
        for (int i = 0; !again && i < dependencies.size(); i++) {
            boolean last = i == dependencies.size() - 1;
            String dependency = dependencies.get(i);
            add(
                    rows,
                    outcome,
                    dependency,
                    below + (last ? "└─ " : "├─ "),
                    below + (last ? "   " : "│  "),
                    service.dependsOn().getOrDefault(dependency, Need.REQUIRED),
                    met);
        }
    }
}
