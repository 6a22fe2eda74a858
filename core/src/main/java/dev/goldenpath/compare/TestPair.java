package dev.goldenpath.compare;

import dev.goldenpath.compare.TestChange.Kind;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A test in two runs.
 *
 * @param before absent where the first run did not plan it
 * @param after absent where the second did not
 */
record TestPair(@Nullable LoggedTest before, @Nullable LoggedTest after) {
    private static final Set<Verdict> FAILING =
            EnumSet.of(Verdict.FAILED, Verdict.SUSPECT, Verdict.BLOCKED, Verdict.ERROR, Verdict.MISSING);

    /** Whether it passed in the first run, and fails in the second. */
    boolean isNewlyFailing() {
        return kind().filter(Kind.NEW_FAILURE::equals).isPresent() && verdict(before) == Verdict.PASSED;
    }

    /** How it changed; empty where it did not. */
    Optional<Kind> kind() {
        Verdict first = verdict(before);
        Verdict second = verdict(after);
        if (second == null) {
            return Optional.of(Kind.LOST);
        }
        if (FAILING.contains(second)) {
            return Optional.of(first != null && FAILING.contains(first) ? Kind.STILL_FAILING : Kind.NEW_FAILURE);
        }
        if (first == null) {
            return Optional.of(Kind.NEW);
        }
        if (first != second) {
            boolean isFixed = second == Verdict.PASSED && FAILING.contains(first);
            return Optional.of(isFixed ? Kind.FIXED : Kind.VERDICT);
        }
        return grade(before) == grade(after) ? Optional.empty() : Optional.of(Kind.GRADE);
    }

    TestChange change(Kind kind, @Nullable Divergence divergence) {
        LoggedTest known = after != null ? after : Objects.requireNonNull(before);
        return new TestChange(
                kind,
                nameOf(known.plan()),
                known.plan().test(),
                known.plan().priority(),
                verdict(before),
                verdict(after),
                grade(before),
                grade(after),
                kind == Kind.STILL_FAILING ? isSameFailure() : null,
                after == null ? null : after.message().orElse(null),
                divergence);
    }

    private @Nullable Boolean isSameFailure() {
        String first = fingerprint(before);
        String second = fingerprint(after);
        return (first == null || second == null) ? null : Boolean.valueOf(first.equals(second));
    }

    private static @Nullable String fingerprint(@Nullable LoggedTest test) {
        return test == null
                ? null
                : test.last()
                        .map(LoggedAttempt::failure)
                        .map(LoggedFailure::fingerprint)
                        .orElse(null);
    }

    private static @Nullable Verdict verdict(@Nullable LoggedTest test) {
        return test == null ? null : test.verdict();
    }

    private static @Nullable Grade grade(@Nullable LoggedTest test) {
        return test == null ? null : test.last().map(LoggedAttempt::grade).orElse(null);
    }

    private static String nameOf(PlannedTest test) {
        String type = test.className();
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return test.name().equals(type) ? simple : simple + "." + test.name();
    }
}
