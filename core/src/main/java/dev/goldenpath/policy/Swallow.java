package dev.goldenpath.policy;

import java.util.List;

/**
 * A handler of everything, or of failed assertions, that makes nothing of what it has caught, as far as its own class
 * tells.
 *
 * @param inFinally whether it is part of a {@code finally} block
 * @param catchesAssertions whether it is there for failed assertions in particular
 * @param handling own code that the handler calls: where that asserts, nothing is swallowed
 * @param tried own code that is called where a throwable would be caught
 * @param triedAsserts whether an assertion is right there
 */
record Swallow(
        Breach breach,
        boolean inFinally,
        boolean catchesAssertions,
        List<MethodCall> handling,
        List<MethodCall> tried,
        boolean triedAsserts) {}
