package dev.goldenpath.policy;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * What the audit keeps of a method when its code has been read.
 *
 * @param line of its first instruction, or 0 where the class file does not tell
 * @param annotations internal names of the annotations that a JVM can see
 * @param calls where it leads to in own code
 * @param asserts whether an assertion is in its own code
 */
record AuditedMethod(
        MethodId id, int access, int line, Set<String> annotations, List<MethodCall> calls, boolean asserts) {

    AuditedMethod {
        annotations = Set.copyOf(annotations);
        calls = List.copyOf(calls);
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }

    /** Whether a subclass can have a method in its place. */
    boolean isOverridable() {
        return !is(Opcodes.ACC_PRIVATE) && !is(Opcodes.ACC_STATIC) && !id.name().startsWith("<");
    }

    boolean returnsVoid() {
        return id.descriptor().endsWith(")V");
    }
}
