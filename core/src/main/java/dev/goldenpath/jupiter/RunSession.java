package dev.goldenpath.jupiter;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.LiteralSecrets;
import dev.goldenpath.environment.Secret;
import dev.goldenpath.evidence.Attachments;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.policy.CodePolicy;
import dev.goldenpath.readiness.IdentityCheck;
import dev.goldenpath.readiness.ReadinessGate;
import dev.goldenpath.report.Progress;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunLog;
import dev.goldenpath.users.UserPools;
import dev.goldenpath.verdict.KnownFailures;
import dev.goldenpath.witness.LocalPeers;
import dev.goldenpath.witness.Witness;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What all golden-path tests of this JVM share: the run log, the ledger, the environments in use. Opened when a plan with
 * such a test starts, closed when the launcher session does. The one static state of this library, because JUnit may
 * run several plans, with reruns and forks, in one JVM. Thread-safe.
 */
final class RunSession {
    private static @Nullable RunSession current;
    /** Makes, for each who asks, the exception that says why no run could be opened. */
    private static @Nullable Supplier<RuntimeException> refusal;
    /** How many launcher sessions are open, one within the other. */
    private static int depth;

    private static int openedAtDepth;
    /** Of each of them, the innermost first. */
    private static final Deque<LeftToOthers> LEFT_TO_OTHERS = new ArrayDeque<>();

    private final RunSettings settings;
    private final Redaction redaction;
    private final RunLog log;
    private final Recording ownCalls;
    private final Witness witness;
    private final LocalPeers localPeers = new LocalPeers();
    private final TestRuns tests;
    private final Settlements settlements = new Settlements(this);
    private final SetUps setUps;
    private final Set<Class<?>> testClasses = ConcurrentHashMap.newKeySet();
    private final FactoryEnds factoryEnds = new FactoryEnds();
    private final CurrentTest currentTest;
    private final Attachments attachments;
    private final OpenedEnvironments environments;
    private final Standings standings;
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();

    /** @param day in UTC, on which the run began */
    RunSession(
            RunSettings settings,
            LocalDate day,
            Redaction redaction,
            RunLog log,
            Ledger ledger,
            Witness witness,
            Progress progress) {
        this.standings = new Standings(progress);
        this.witness = witness;
        this.settings = settings;
        this.redaction = redaction;
        this.log = log;
        this.ownCalls = ledger.ofRun(Phase.PROBE);
        this.tests = new TestRuns(ledger, log, witness);
        this.setUps = new SetUps(ledger, witness);
        this.attachments = new Attachments(
                settings.output(), RunFolder.attachmentsOf(settings.output(), settings.run(), settings.shard()));
        this.environments = new OpenedEnvironments(settings.loader()::load, environment -> opened(environment, day));
        this.currentTest = new CurrentTest(tests, ledger.ofRun(Phase.SETUP));
    }

    /**
     * The open session.
     *
     * @throws ConfigurationException when it could not be opened because a setting of the run is wrong
     * @throws IllegalStateException when none is open for another reason
     */
    static synchronized RunSession current() {
        if (current != null) {
            return current;
        }
        if (refusal != null) {
            throw refusal.get();
        }
        throw new IllegalStateException("No golden-path run is open, so nothing can be recorded. This test was not "
                + "started through JUnit's Launcher with its listeners found by ServiceLoader.");
    }

    static synchronized void refuse(Supplier<RuntimeException> why) {
        refusal = why;
    }

    static synchronized Optional<RunSession> ifOpen() {
        return Optional.ofNullable(current);
    }

    static synchronized void open(RunSession session) {
        current = session;
        openedAtDepth = depth;
    }

    static synchronized void sessionOpened() {
        depth++;
        LEFT_TO_OTHERS.push(new LeftToOthers());
    }

    /** What the innermost launcher session has left to other shards. */
    static synchronized LeftToOthers leftToOthers() {
        LeftToOthers innermost = LEFT_TO_OTHERS.peek();
        return innermost == null ? new LeftToOthers() : innermost;
    }

    /** The run that ends with this launcher session: a session within a test leaves the run around it open. */
    static synchronized Optional<RunSession> sessionClosed() {
        depth--;
        LEFT_TO_OTHERS.poll();
        refusal = null;
        if (current == null || depth >= openedAtDepth) {
            return Optional.empty();
        }
        RunSession ended = current;
        current = null;
        return Optional.of(ended);
    }

    RunSettings settings() {
        return settings;
    }

    Redaction redaction() {
        return redaction;
    }

    Attachments attachments() {
        return attachments;
    }

    RunLog log() {
        return log;
    }

    Witness witness() {
        return witness;
    }

    LocalPeers localPeers() {
        return localPeers;
    }

    Settlements settlements() {
        return settlements;
    }

    /** The classes of golden-path tests in the plans so far. */
    Set<Class<?>> testClasses() {
        return testClasses;
    }

    SetUps setUps() {
        return setUps;
    }

    TestRuns tests() {
        return tests;
    }

    FactoryEnds factoryEnds() {
        return factoryEnds;
    }

    CurrentTest currentTest() {
        return currentTest;
    }

    /** Where calls of this context's own thread are recorded: its test, or its class where it is of no single test. */
    Recording recordingOf(ExtensionContext context) {
        if (context.getTestMethod().isPresent() && !Bench.isFactory(context)) {
            return tests.running(context.getUniqueId()).recording();
        }
        return setUps.recordingOf(context);
    }

    /**
     * An environment, opened by the first to ask.
     *
     * @param name {@code null} for the one that the configuration chooses
     * @throws ConfigurationException when it cannot be used; the same each time
     */
    EnvironmentSession environment(@Nullable String name) {
        return environments.get(name);
    }

    Standings standings() {
        return standings;
    }

    /** Makes the run red when it closes, for a reason that JUnit's own outcome does not show. */
    void alsoRed(String reason) {
        problems.add(reason);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private EnvironmentSession opened(Environment environment, LocalDate day) {
        environment.secrets().stream().map(Secret::reveal).forEach(redaction::addValue);
        environment.redact().headers().forEach(redaction::addHeader);
        environment.redact().fields().forEach(redaction::addField);
        log.environment(environment);
        witness.declare(environment);
        LiteralSecrets.in(environment).forEach(ownCalls::find);
        Clients clients = new Clients(environment, redaction, ownCalls);
        ReadinessGate gate = new ReadinessGate(environment, clients, settings.launchFolder(), witness);
        CodePolicy policy = CodePolicy.over(testClasses, environment.policy(), Clock.systemUTC(), ownCalls);
        IdentityCheck identities = new IdentityCheck(clients);
        clients.admit(identities::require);
        UserPools pools = new UserPools(environment);
        KnownFailures known = new KnownFailures(environment.knownIssues(), day);
        return new EnvironmentSession(environment, clients, pools, gate, policy, identities, known);
    }

    /** Closes the environments: their clients first, their processes last. One that can't be closed makes the run red. */
    void closeEnvironments() {
        environments.close(this::alsoRed);
    }
}
