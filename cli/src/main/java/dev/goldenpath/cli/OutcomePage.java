package dev.goldenpath.cli;

import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.ServiceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Prints what is the matter, what to do about it, and how it stands all in all. */
final class OutcomePage {
    private final Screen screen;

    OutcomePage(Screen screen) {
        this.screen = screen;
    }

    /** @param ended a process of the environment that has ended, in words; empty where none has */
    void print(Outcome outcome, Optional<String> ended) {
        ended.ifPresent(words -> {
            screen.gap();
            screen.line(new Span("Root cause", Style.BAD));
            screen.lines("  ", words);
        });
        // What is not ready may be what the process was to be.
        List<Seen> roots = ended.isPresent() ? List.of() : outcome.roots();
        if (!roots.isEmpty()) {
            heading(roots.size() == 1 ? "Root cause" : roots.size() + " root causes", Style.BAD);
            roots.forEach(root -> block(outcome, root));
        }
        List<Seen> spared = outcome.spared();
        List<Seen> halves = outcome.services().values().stream()
                .filter(seen -> seen.probe().state() == ServiceState.DEGRADED)
                .filter(seen -> spared.stream()
                        .noneMatch(cause -> outcome.brokenBy(cause).contains(seen.subject())))
                .toList();
        if (!spared.isEmpty() || !halves.isEmpty()) {
            heading("Degraded", Style.WARNING);
            spared.forEach(cause -> block(outcome, cause));
            halves.forEach(half -> block(outcome, half));
        }
    }

    private void heading(String text, Style style) {
        screen.gap();
        screen.line(new Span(text, style));
    }

    private void block(Outcome outcome, Seen root) {
        if (root.isLogin()) {
            root.words().forEach(line -> screen.line("  " + line));
            return;
        }
        ServiceEndpoint service = outcome.environment().service(root.subject());
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("seen", String.join("\n", root.words())));
        List<String> broken = outcome.brokenBy(root);
        if (!broken.isEmpty()) {
            facts.add(Fact.of("hits", String.join(", ", broken)));
        }
        facts.add(Fact.of(service.url() == null ? "declared" : "url from", service.origin()));
        facts.add(Fact.of("what to do", remedy(root, service)));
        screen.line("  Service '" + root.subject() + "': " + root.stateAndWhoSaysSo() + ".");
        screen.lines("  ", Fact.lines(facts));
    }

    private static String remedy(Seen root, ServiceEndpoint service) {
        String other = root.probe().saidBy();
        return switch (root.probe().state()) {
            case UNREACHABLE ->
                other == null
                        ? "Start it, or correct its url: -Dgoldenpath.services." + service.name()
                                + ".url=… overrides it."
                        : "See why '" + other + "' can't tell.";
            case CONTRADICTORY -> "Its liveness and its deep health disagree: see in its log which is right.";
            case DEGRADED -> "Tests that need it run, and say so.";
            default ->
                other == null
                        ? "It answers, and does not work: see its log."
                        : "See to '" + root.subject() + "' itself, and whether '" + other + "' has its right address.";
        };
    }

    /** Prints how it stands all in all. */
    ExitCode total(Outcome outcome, boolean ended) {
        boolean ready = outcome.isReady() && !ended;
        boolean degraded = outcome.isDegraded();
        Span verdict = !ready
                ? new Span("Not ready", Style.BAD)
                : degraded ? new Span("Ready, but degraded", Style.WARNING) : new Span("Ready", Style.GOOD);
        screen.gap();
        boolean blocked = !ready && !ended && outcome.roots().isEmpty();
        screen.line(
                verdict,
                Span.of(": services " + healthy(outcome.services().values()) + " healthy"
                        + (outcome.users().isEmpty()
                                ? ""
                                : ", users " + healthy(outcome.users().values()) + " logged in")
                        + "."
                        + (blocked
                                ? " Tests that need a degraded service are BLOCKED here ('degraded: block')."
                                : "")));
        return ready ? ExitCode.PASS : ExitCode.ENVIRONMENT;
    }

    private static String healthy(Collection<Seen> all) {
        long healthy = all.stream()
                .filter(seen -> seen.probe().state() == ServiceState.HEALTHY)
                .count();
        return healthy + " of " + all.size();
    }
}
