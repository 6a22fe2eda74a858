package dev.goldenpath.auth;

import dev.goldenpath.client.ReplayAnswer;
import dev.goldenpath.evidence.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of the answers to one case whether they are refusals that tell nothing. Immutable. */
final class RefusalCheck {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int REDIRECTION = 300;
    private static final int NO_SUCCESS = 400;

    private final AuthCase tried;
    private final PassingCall call;
    private final List<Accepts> exceptions;
    private final LeakSearch leaks;

    /** @param exceptions those of the case */
    RefusalCheck(AuthCase tried, PassingCall call, List<Accepts> exceptions, LeakSearch leaks) {
        this.tried = tried;
        this.call = call;
        this.exceptions = List.copyOf(exceptions);
        this.leaks = leaks;
    }

    /** What is wrong with an answer, in words with facts; empty where nothing is. */
    Optional<String> wrongWith(ReplayAnswer answer, Attempt attempt) {
        boolean refused = isRefusal(answer);
        if (!refused && !isException(answer)) {
            return Optional.of(notRefused(answer, attempt));
        }
        if (!refused && isAccepting(answer)) {
            return Optional.empty();
        }
        List<Fact> found = leaks.in(answer, attempt.secrets());
        return found.isEmpty() ? Optional.empty() : Optional.of(telling(answer, attempt, found));
    }

    /** Whether it is right by an exception alone, as an answer that what was asked for is not there. */
    boolean isMissing(ReplayAnswer answer) {
        return !isRefusal(answer) && isException(answer) && answer.status() >= NO_SUCCESS;
    }

    private static boolean isRefusal(ReplayAnswer answer) {
        return answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN || PassingCall.isClosedAsRefused(answer);
    }

    private boolean isException(ReplayAnswer answer) {
        return exceptions.stream().anyMatch(exception -> exception.status() == answer.status());
    }

    private static boolean isAccepting(ReplayAnswer answer) {
        return answer.status() == SWITCHING_PROTOCOLS || answer.status() < REDIRECTION;
    }

    private String notRefused(ReplayAnswer answer, Attempt attempt) {
        boolean accepted = isAccepting(answer);
        List<Fact> facts = facts(answer, attempt);
        facts.add(Fact.of("expected", expected(answer)));
        facts.add(Fact.of("exceptions", declared()));
        facts.add(Fact.of("what to do", accepted ? accepted() : neither()));
        return Fact.message(
                (accepted ? "The service accepts " : "The service neither accepts nor refuses ") + attempt.words()
                        + ".",
                facts);
    }

    private String telling(ReplayAnswer answer, Attempt attempt, List<Fact> found) {
        List<Fact> facts = facts(answer, attempt);
        facts.addAll(found);
        facts.add(Fact.of("what to do", "Let a refusal say no more than that it is one, to whomever."));
        return Fact.message("The service refuses " + attempt.words() + ", and tells too much.", facts);
    }

    private List<Fact> facts(ReplayAnswer answer, Attempt attempt) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("case", tried.name()));
        facts.add(Fact.of("call", call.call().description()));
        facts.add(Fact.of("sent", sent(attempt)));
        facts.add(Fact.of("answer", answer.description()));
        return facts;
    }

    private String sent(Attempt attempt) {
        return "the same call with " + attempt.words() + " instead of " + call.user() + "'s credentials";
    }

    private static String expected(ReplayAnswer answer) {
        @Nullable Integer code = answer.closeCode();
        return "401 or 403"
                + (answer.status() == SWITCHING_PROTOCOLS
                        ? ", or a close with 1008 at once" + (code == null ? "" : ", and not with " + code)
                        : "");
    }

    private String declared() {
        return exceptions.isEmpty()
                ? "none"
                : exceptions.stream()
                        .map(each -> each.status() + ", because " + each.because())
                        .collect(Collectors.joining("; "));
    }

    private String accepted() {
        return tried.remedy() + " Where this is right, say so: @Accepts(value = AuthCase." + tried
                + ", status = …, because = \"…\").";
    }

    private String neither() {
        return "Refuse with 401 or 403 before anything else is looked at. Where this answer is right, say so: "
                + "@Accepts(value = AuthCase." + tried + ", status = …, because = \"…\").";
    }
}
