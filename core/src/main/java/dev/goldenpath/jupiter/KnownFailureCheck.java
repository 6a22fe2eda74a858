package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.KnownIssue;
import dev.goldenpath.verdict.KnownFailures;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.opentest4j.TestAbortedException;

/** Looks at what has ended a test, or its own set-up: whether a known issue has. Stateless. */
final class KnownFailureCheck {
    private final @Nullable String environment;

    /** For tests against the environment of this name; {@code null} for the one that the configuration chooses. */
    KnownFailureCheck(@Nullable String environment) {
        this.environment = environment;
    }

    /** What the test of this context is to end with instead of {@code thrown}, which may be the same. */
    Throwable insteadOf(Throwable thrown, ExtensionContext context) {
        if (thrown instanceof TestAbortedException) {
            return thrown;
        }
        RunSession session = RunSession.current();
        KnownFailures known;
        try {
            known = session.environment(environment).known();
        } catch (ConfigurationException e) {
            // The test says so itself.
            return thrown;
        }
        String type = TestClasses.of(context).get(0).getName();
        String method = TestClasses.methodOf(context);
        Optional<KnownIssue> issue = known.issueOf(thrown, meaning(thrown), type, method);
        if (issue.isEmpty() && !Bench.isFactory(context)) {
            known.remarks(thrown, meaning(thrown), type, method)
                    .forEach(session.tests().running(context.getUniqueId())::remark);
        }
        return issue.<Throwable>map(found -> new KnownIssueAbort(found, thrown)).orElse(thrown);
    }

    /** JUnit wraps what keeps it from resolving a parameter. */
    static Throwable meaning(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof ParameterResolutionException && cause != null ? cause : thrown;
    }
}
