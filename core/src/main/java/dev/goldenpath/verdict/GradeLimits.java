package dev.goldenpath.verdict;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Answer;
import dev.goldenpath.evidence.Fact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds out what keeps a pass from grade A. Stateless.
 *
 * @since 0.1.0
 */
public final class GradeLimits {
    private static final String KEY = "not A";

    private GradeLimits() {}

    /**
     * The limits, each once; none where nothing keeps the pass from grade A.
     *
     * @param answers who answered what the pass rests on
     * @param revised the services that have said which revision they run
     * @param gaps what else is not known of who gave an answer, a sentence each: an identity, or what a tunnel hides
     */
    public static List<Fact> of(
            Set<Answer> answers, Environment environment, Set<String> revised, Function<Answer, Stream<String>> gaps) {
        Set<Fact> limits = new LinkedHashSet<>();
        for (Answer answer : answers) {
            String name = answer.service();
            ServiceEndpoint service = environment.service(name);
            if (answer.user() == null) {
                limits.add(Fact.of(KEY, "an anonymous call of " + name + " has no identity"));
            }
            gaps.apply(answer).forEach(gap -> limits.add(Fact.of(KEY, gap)));
            if (!revised.contains(name)) {
                limits.add(Fact.of(
                        KEY,
                        service.revision() == null
                                ? name + " declares no 'revision'"
                                : name + " did not say which revision it runs"));
            }
        }
        return List.copyOf(limits);
    }
}
