package dev.goldenpath.report;

import dev.goldenpath.verdict.Verdict;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells, while a run goes, of tests that ended badly: of those with one cause, the first. Not thread-safe. */
final class Troubles {
    private static final Set<Verdict> BAD = EnumSet.of(Verdict.FAILED, Verdict.BLOCKED, Verdict.SUSPECT, Verdict.ERROR);
    private static final int TOLD = 20;

    private final Set<String> causes = new HashSet<>();
    private int told;

    /**
     * What to say of a test that ended, or turned out to have; empty where it is not to be told.
     *
     * @param cause what it shares with others; {@code null} where it has a cause of its own
     * @param message why, of any length; {@code null} where nothing tells
     */
    Optional<String> of(String name, Verdict verdict, int attempt, @Nullable String cause, @Nullable String message) {
        if (!BAD.contains(verdict) || told > TOLD || (cause != null && !causes.add(cause))) {
            return Optional.empty();
        }
        told++;
        if (told > TOLD) {
            return Optional.of(
                    "more tests end badly; from here on they are only counted, the report at the end has all");
        }
        String why = cause != null ? cause : message;
        String beginning = why == null ? "" : Excerpt.beginning(why);
        return Optional.of(verdict + " " + name + (attempt > 1 ? " at attempt " + attempt : "")
                + (beginning.isEmpty() ? "" : ": " + beginning));
    }
}
