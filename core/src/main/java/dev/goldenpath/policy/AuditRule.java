package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicyRule;
import java.util.List;
import java.util.function.UnaryOperator;
import org.objectweb.asm.tree.ClassNode;

/** A rule that needs no more than the code of one class. One object serves one audit, and one thread. */
interface AuditRule {

    /** The name and the effect that its breaches have. */
    PolicyRule rule();

    /** What breaks the rule in a class, each place once. */
    List<Breach> breaches(ClassNode type);

    /**
     * What is left of its breaches when all classes have been looked at.
     *
     * @param topLevel gives the class in whose source a class is written
     */
    default List<Breach> standing(List<Breach> breaches, UnaryOperator<String> topLevel) {
        return breaches;
    }
}
