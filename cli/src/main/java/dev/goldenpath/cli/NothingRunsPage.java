package dev.goldenpath.cli;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.LaunchSpec;
import java.util.Map;
import java.util.stream.Collectors;

/** Says why there is nothing to look at: the services are to be on ports that were chosen a moment ago. */
final class NothingRunsPage {
    private final Screen screen;

    NothingRunsPage(Screen screen) {
        this.screen = screen;
    }

    void print(Environment environment, Map<String, Integer> ports) {
        String names = String.join(", ", ports.keySet());
        screen.gap();
        screen.line(
                new Span("Not looked at: ", Style.WARNING),
                Span.of("nothing runs yet on the free ports chosen for " + names + "."));
        if (!environment.launch().isEmpty()) {
            screen.line("  Tests start "
                    + environment.launch().stream().map(LaunchSpec::name).collect(Collectors.joining(", "))
                    + " for themselves. To start it now, look, and end it again: add --launch");
        }
        screen.line("  To look at what runs already, say on which ports: "
                + ports.keySet().stream()
                        .map(name -> "-Dgoldenpath.ports." + name + "=…")
                        .collect(Collectors.joining(" ")));
    }
}
