package dev.goldenpath.verdict;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Recording;
import java.util.List;

/**
 * All that is known of a test whose method returned normally, but for what the network witness has to say.
 *
 * @param recording what our own clients recorded of it
 * @param atLeast the grade its author demands
 * @param code what policies found in the code that the test leads to
 * @param objections what else speaks against the pass, such as an identity that is not the user's
 * @param limits why the pass is not worth an {@link Grade#A}; empty where nothing keeps it from that
 * @since 0.1.0
 */
public record PassClaim(
        Recording recording, Grade atLeast, List<Finding> code, List<Fact> objections, List<Fact> limits) {

    /** Copies the lists. */
    public PassClaim {
        code = List.copyOf(code);
        objections = List.copyOf(objections);
        limits = List.copyOf(limits);
    }

    /** A claim that nobody but our own clients has looked at. */
    public static PassClaim of(Recording recording) {
        return new PassClaim(recording, Grade.C, List.of(), List.of(), List.of());
    }
}
