package dev.goldenpath.cli;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.LiteralSecrets;
import dev.goldenpath.environment.Secret;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Loads an environment, looks at all of it once, and prints what it finds. */
final class Doctor {
    private final Map<String, String> properties;
    private final Map<String, String> variables;
    private final boolean waiting;
    private final boolean launching;
    private final Redaction redaction;
    private final Screen screen;

    /**
     * A doctor that has not looked yet.
     *
     * @param waiting whether services may take their time to become ready
     * @param launching whether to start the environment's processes
     * @param redaction masks what {@code screen} prints
     */
    Doctor(
            Map<String, String> properties,
            Map<String, String> variables,
            boolean waiting,
            boolean launching,
            Redaction redaction,
            Screen screen) {
        this.properties = properties;
        this.variables = variables;
        this.waiting = waiting || launching;
        this.launching = launching;
        this.redaction = redaction;
        this.screen = screen;
    }

    ExitCode run() {
        try {
            return load();
        } catch (ConfigurationException e) {
            new ProblemsPage(screen).print(e);
            return ExitCode.CONFIGURATION;
        } catch (EnvironmentNotReadyException e) {
            screen.gap();
            screen.lines("", "Not ready: " + e.getMessage());
            return ExitCode.ENVIRONMENT;
        } catch (RuntimeException e) {
            new BrokenPage(screen, redaction).print(e);
            return ExitCode.BROKEN;
        }
    }

    private ExitCode load() {
        ChosenPorts ports = new ChosenPorts();
        Environment environment = new EnvironmentLoader(properties, variables, Path.of(""), ports).load(null);
        environment.secrets().stream().map(Secret::reveal).forEach(redaction::addValue);
        environment.redact().fields().forEach(redaction::addField);
        environment.redact().headers().forEach(redaction::addHeader);
        new ValuesPage(screen).print(environment);
        Recording ownCalls = new Ledger(RunClock.start(Clock.systemUTC()), List.of()).ofRun(Phase.PROBE);
        LiteralSecrets.in(environment).forEach(ownCalls::find);
        if (!launching && !ports.chosen().isEmpty()) {
            new NoticesPage(screen).print(ownCalls.findings());
            new NothingRunsPage(screen).print(environment, ports.chosen());
            return ExitCode.ENVIRONMENT;
        }
        return look(environment, ownCalls);
    }

    private ExitCode look(Environment environment, Recording ownCalls) {
        Interruption interruption = Interruption.armed(screen);
        try (Launch launch = Launch.of(environment, launching, redaction, screen);
                Clients clients = new Clients(environment, redaction, ownCalls)) {
            interruption.then(launch::close);
            ProbesPage page = new ProbesPage(screen, environment);
            interruption.first(() -> {
                page.interrupted();
                launch.tellThatItEnds(screen);
            });
            Rounds rounds = new Rounds(Examination.of(environment, clients), launch, waiting);
            Outcome outcome = new Outcome(environment, rounds.run(page));
            new TreePage(screen).print(outcome);
            OutcomePage last = new OutcomePage(screen);
            last.print(outcome, launch.failure());
            new NoticesPage(screen).print(ownCalls.findings());
            return last.total(outcome, launch.failure().isPresent());
        } finally {
            interruption.disarm();
        }
    }
}
