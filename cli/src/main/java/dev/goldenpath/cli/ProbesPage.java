package dev.goldenpath.cli;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.ServiceState;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Prints a line for each service and each user as its probe ends, and another one when its state changes. Thread-safe. */
final class ProbesPage {
    private static final int STATE = Arrays.stream(ServiceState.values())
            .mapToInt(state -> state.word().length())
            .max()
            .orElse(0);

    private final Screen screen;
    private final List<String> subjects;
    private final int width;
    private final Map<String, ServiceState> states = new HashMap<>();

    ProbesPage(Screen screen, Environment environment) {
        this.screen = screen;
        this.subjects = Stream.concat(
                        environment.services().keySet().stream(),
                        environment.users().keySet().stream().map(Seen::subjectOfUser))
                .toList();
        this.width = subjects.stream()
                .mapToInt(subject -> screen.shown(subject).length())
                .max()
                .orElse(0);
    }

    synchronized void show(Probe probe) {
        Seen seen = Seen.of(probe);
        if (states.isEmpty()) {
            screen.gap();
            screen.line(Span.strong("Probes"));
        }
        if (states.put(seen.subject(), probe.state()) == probe.state()) {
            return;
        }
        screen.line(
                Span.of("  "),
                new Span(screen.padded(seen.state(), STATE), seen.style()),
                Span.of("  " + screen.padded(seen.subject(), width) + "  "),
                Span.faint(String.format("%6d ms", probe.waited().toMillis())),
                Span.of("  " + seen.words().get(0)));
        probe.checks().stream()
                .skip(1)
                .filter(check -> check.state() != ServiceState.HEALTHY)
                .forEach(check -> screen.lines(" ".repeat(STATE + width + 17), check.kind() + ": " + check.words()));
    }

    /** Says that they are asked again. */
    void waiting(Duration limit) {
        screen.line(Span.faint("  Asking again for up to " + limit.toSeconds() + " s, until all are ready …"));
    }

    /** Says who has not answered, and who was not ready. */
    synchronized void interrupted() {
        tell("No answer yet", subject -> !states.containsKey(subject));
        tell(
                "Not ready so far",
                subject -> Optional.ofNullable(states.get(subject))
                        .filter(state -> !state.isReady())
                        .isPresent());
    }

    private void tell(String what, Predicate<String> which) {
        List<String> found = subjects.stream().filter(which).toList();
        if (!found.isEmpty()) {
            screen.line("  " + what + ": " + String.join(", ", found) + ".");
        }
    }
}
