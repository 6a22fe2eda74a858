package dev.goldenpath.environment;

import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import java.util.List;

/**
 * Finds the secrets that whoever can read the repository can read, too.
 *
 * @since 0.1.0
 */
public final class LiteralSecrets {
    /** The name of the rule. */
    public static final String RULE = "literal-secret";

    private LiteralSecrets() {}

    /** A finding for each secret that stands in the file as it is, unless the environment is marked as local. */
    public static List<Finding> in(Environment environment) {
        return environment.readSecrets().literal().entrySet().stream()
                .map(secret -> Finding.inTraffic(
                        RULE,
                        Effect.WARNING,
                        "The secret " + secret.getKey() + " stands in " + secret.getValue() + ".",
                        "Put it where only those can read it who need it, and write ${env:NAME} or ${file:path} here; "
                                + "where it opens nothing but this machine's own services, mark the environment with "
                                + "'remote: false'."))
                .toList();
    }
}
