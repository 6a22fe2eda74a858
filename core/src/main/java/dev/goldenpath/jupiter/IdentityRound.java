package dev.goldenpath.jupiter;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.evidence.Answer;
import dev.goldenpath.readiness.IdentityAnswer;
import dev.goldenpath.readiness.IdentityAnswer.Outcome;
import dev.goldenpath.readiness.IdentityCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks services who they take the users of one test for, several at once where they are many. Immutable. */
final class IdentityRound {
    private static final int AT_ONCE = 8;

    /** For what comes before the calls, such as log-ins. */
    private static final Duration ROOM = Duration.ofSeconds(60);

    private final IdentityCheck identities;
    private final Environment environment;
    private final Duration room;

    private record Caller(String service, String user) {}

    IdentityRound(IdentityCheck identities, Environment environment) {
        this(identities, environment, ROOM);
    }

    /** @param room for how much longer than the calls may take the answers are waited for */
    IdentityRound(IdentityCheck identities, Environment environment, Duration room) {
        this.identities = identities;
        this.environment = environment;
        this.room = room;
    }

    /**
     * What is known of each answer's user; nothing of anonymous ones. Each user is asked for once for a service, and who
     * could not be in time is unknown.
     */
    Map<Answer, IdentityAnswer> of(Collection<Answer> answers) {
        Set<Caller> callers = new LinkedHashSet<>();
        answers.stream().filter(answer -> answer.user() != null).forEach(answer -> callers.add(callerOf(answer)));
        Map<Caller, IdentityAnswer> found = callers.size() < 2 ? oneByOne(callers) : atOnce(List.copyOf(callers));
        Map<Answer, IdentityAnswer> identified = new LinkedHashMap<>();
        answers.stream()
                .filter(answer -> answer.user() != null)
                .forEach(answer -> identified.put(answer, Objects.requireNonNull(found.get(callerOf(answer)))));
        return identified;
    }

    private static Caller callerOf(Answer answer) {
        return new Caller(answer.service(), Objects.requireNonNull(answer.user()));
    }

    private Map<Caller, IdentityAnswer> oneByOne(Set<Caller> callers) {
        Map<Caller, IdentityAnswer> found = new LinkedHashMap<>();
        callers.forEach(caller -> found.put(caller, identities.check(caller.service(), caller.user())));
        return found;
    }

    private Map<Caller, IdentityAnswer> atOnce(List<Caller> callers) {
        Duration limit = limit(callers);
        List<Callable<IdentityAnswer>> checks = new ArrayList<>();
        callers.forEach(caller -> checks.add(() -> identities.check(caller.service(), caller.user())));
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, callers.size()), work -> {
            Thread thread = new Thread(work, "goldenpath-identity");
            thread.setDaemon(true);
            return thread;
        });
        Map<Caller, IdentityAnswer> found = new LinkedHashMap<>();
        try {
            List<Future<IdentityAnswer>> asked = threads.invokeAll(checks, limit.toNanos(), TimeUnit.NANOSECONDS);
            for (int i = 0; i < callers.size(); i++) {
                found.put(callers.get(i), answer(callers.get(i), asked.get(i), callers.size(), limit));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            callers.forEach(caller -> found.putIfAbsent(caller, unknown(caller, "the test was interrupted")));
        } finally {
            threads.shutdownNow();
        }
        return found;
    }

    private static IdentityAnswer answer(Caller caller, Future<IdentityAnswer> asked, int all, Duration limit)
            throws InterruptedException {
        try {
            return asked.get();
        } catch (CancellationException e) {
            return unknown(
                    caller,
                    "asking for " + all + " users was not done after "
                            + String.format(Locale.ROOT, "%.1f s", limit.toMillis() / 1e3));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** As long as all calls may take. */
    private Duration limit(List<Caller> callers) {
        Duration calls = Duration.ZERO;
        for (Caller caller : callers) {
            calls = calls.plus(environment.service(caller.service()).timeouts().call());
        }
        return room.plus(calls.dividedBy(Math.min(AT_ONCE, callers.size())));
    }

    private static IdentityAnswer unknown(Caller caller, String why) {
        return new IdentityAnswer(
                Outcome.UNKNOWN,
                caller.service() + " could not be asked whether the caller is '" + caller.user() + "': " + why);
    }
}
