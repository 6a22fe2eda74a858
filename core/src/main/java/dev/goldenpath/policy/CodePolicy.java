package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/**
 * The policies over the code of the tests.
 *
 * @since 0.1.0
 */
public final class CodePolicy {
    private CodePolicy() {}

    /** Looks at the code that these test classes lead to, in the background. */
    public static CodePolicy scan(PolicySettings settings, Collection<Class<?>> testClasses, Clock clock) {
        return new CodePolicy();
    }

    /** What was found in the code that a test class leads to. */
    public List<Finding> of(Class<?> testClass) {
        return List.of();
    }
}
