package dev.goldenpath.users;

import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Fingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what speaks against it that so many different users did their work at once. */
final class UsersJudge {
    private static final int MOST_TOLD = 20;

    private final UsersResult result;
    private final Pacing pacing;
    private final InFlight flights;
    private final Contaminations contaminations;
    private final Bystanders bystanders;
    private final List<String> shared;

    /** @param shared users with the same credentials, in words */
    UsersJudge(
            UsersResult result,
            Pacing pacing,
            InFlight flights,
            Contaminations contaminations,
            Bystanders bystanders,
            List<String> shared) {
        this.result = result;
        this.pacing = pacing;
        this.flights = flights;
        this.contaminations = contaminations;
        this.bystanders = bystanders;
        this.shared = shared;
    }

    /**
     * Returns where nothing does.
     *
     * @throws UsersFailedError when something does
     * @throws EnvironmentNotReadyException when the environment alone kept all of them from it
     */
    void judge() {
        List<String> objections = objections();
        if (objections.isEmpty()) {
            return;
        }
        List<Throwable> thrown = result.users().stream()
                .flatMap(user -> Stream.ofNullable(user.thrown()))
                .toList();
        if (thrown.size() == result.users().size()
                && thrown.stream().allMatch(EnvironmentNotReadyException.class::isInstance)) {
            throw (EnvironmentNotReadyException) thrown.get(0);
        }
        String steps =
                result.steps().values().stream().map(step -> "\n- " + step).collect(Collectors.joining());
        throw new UsersFailedError(
                String.join("\n", objections) + "\n" + result + "." + (steps.isEmpty() ? "" : "\nSteps:" + steps),
                result,
                thrown.isEmpty() ? null : thrown.get(0));
    }

    /** A sentence or a paragraph each. */
    private List<String> objections() {
        List<String> objections = new ArrayList<>();
        String all = Words.users(result.users().size());
        if (!shared.isEmpty()) {
            objections.add("Not every user is a user of its own:" + list(shared));
        }
        if (contaminations.count() > 0) {
            objections.add("Users are not kept apart, in " + contaminations.count()
                    + (contaminations.count() == 1 ? " answer or message:" : " answers or messages:")
                    + list(contaminations.words()));
        }
        if (result.failed() > result.tolerated()) {
            objections.add(result.failed() + " of " + all + " failed, and "
                    + (result.tolerated() == 0 ? "none" : "at most " + result.tolerated()) + " may:"
                    + failures());
        }
        List<String> silent = silent();
        if (!silent.isEmpty()) {
            String others = bystanders.words();
            objections.add(silent.size() + " of " + all + " had no answer as "
                    + (silent.size() == 1 ? "itself" : "themselves")
                    + (others.isEmpty() ? "" : ", while there " + (others.startsWith("1 ") ? "was " : "were ") + others)
                    + ". Call services with user.http(…) or user.client(…):" + list(silent));
        } else if (result.failed() <= result.tolerated() && result.inFlight() < pacing.overlapping()) {
            // Who has failed may not have come to its calls.
            objections.add("At most " + result.inFlight() + " of " + all
                    + (result.inFlight() == 1 ? " was" : " were") + " in flight at once, and "
                    + pacing.overlapping() + (pacing.overlapping() == 1 ? " has" : " have")
                    + " to be: something has them take turns. Look for a lock around "
                    + "their calls, let them do more, or ramp up faster; overlapping(1) lets them take turns.");
        }
        return objections;
    }

    /** The users that passed without an answer: who failed may have had no time for one. */
    private List<String> silent() {
        return result.users().stream()
                .filter(user -> user.passed() && flights.answers(user.number() - 1) == 0)
                .map(UserOutcome::user)
                .toList();
    }

    private String failures() {
        // Twenty users who fail in the same way are told once, with the words of the first.
        Map<String, List<UserOutcome>> byKind = new LinkedHashMap<>();
        for (UserOutcome user : result.users()) {
            if (user.thrown() != null) {
                byKind.computeIfAbsent(user.step() + Fingerprint.of(user.thrown()), first -> new ArrayList<>())
                        .add(user);
            }
        }
        return list(byKind.values().stream().map(UsersJudge::failure).toList());
    }

    private static String failure(List<UserOutcome> same) {
        UserOutcome first = same.get(0);
        String rest = first.failure().orElse("").substring(first.user().length());
        return Words.some(same.stream().map(UserOutcome::user).toList()) + rest;
    }

    private static String list(List<String> all) {
        String told = all.stream()
                .limit(MOST_TOLD)
                .map(each -> "\n- " + String.join("\n  ", each.lines().toList()))
                .collect(Collectors.joining());
        return all.size() > MOST_TOLD ? told + "\n- and " + (all.size() - MOST_TOLD) + " more" : told;
    }
}
