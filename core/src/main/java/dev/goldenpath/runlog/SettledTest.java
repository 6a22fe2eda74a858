package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pass came to when the network witness had settled.
 *
 * @param test JUnit unique id
 * @param attempt from 1
 * @param verdict PASSED, or SUSPECT where the witness had something against it
 * @param grade how well it is proven, absent for SUSPECT
 * @param facts what that rests on
 * @since 0.1.0
 */
public record SettledTest(
        String test, int attempt, Verdict verdict, @Nullable Grade grade, List<Fact> facts) {

    /** Copies the facts. */
    public SettledTest {
        facts = List.copyOf(facts);
    }
}
