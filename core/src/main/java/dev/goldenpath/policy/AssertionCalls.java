package dev.goldenpath.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Tells the instructions by which a test can fail. Serves one thread. */
final class AssertionCalls {
    private final List<String> declared;
    /** The same few methods are called all over the code. */
    private final Map<MethodId, Boolean> known = new HashMap<>();

    /**
     * With classes besides those that are known.
     *
     * @param declared their names, as in {@code policy.assertions}
     */
    AssertionCalls(List<String> declared) {
        this.declared = declared.stream().map(name -> name.replace('.', '/')).toList();
    }

    /** Whether the instruction calls an assertion, refers to one, or makes the error of a failed one itself. */
    boolean asserts(AbstractInsnNode at) {
        if (at instanceof TypeInsnNode made && at.getOpcode() == Opcodes.NEW) {
            return isFailure(made.desc);
        }
        return Invoked.by(at).stream().anyMatch(this::contain);
    }

    /** Whether the instruction makes the test fail, come what may. */
    boolean fails(AbstractInsnNode at) {
        return at instanceof MethodInsnNode call && call.name.startsWith("fail") && asserts(at);
    }

    /** Whether an error of this type is that of a failed assertion. */
    static boolean isFailure(String type) {
        return type.endsWith("AssertionError")
                || type.endsWith("AssertionFailedError")
                || type.endsWith("ComparisonFailure")
                || type.endsWith("MultipleFailuresError");
    }

    boolean contain(MethodId method) {
        return known.computeIfAbsent(method, this::find);
    }

    private boolean find(MethodId method) {
        return isDeclared(method.owner()) ? !method.name().startsWith("<") : KnownAssertions.contain(method);
    }

    private boolean isDeclared(String owner) {
        return declared.stream().anyMatch(name -> owner.equals(name) || owner.startsWith(name + "$"));
    }
}
