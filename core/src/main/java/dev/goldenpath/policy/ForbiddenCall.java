package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicyRule;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A call of certain methods, whatever is around it.
 *
 * @param does what the sentence says before the name of the method
 */
record ForbiddenCall(PolicyRule rule, Callees callees, String does, String remedy) implements AuditRule {

    @Override
    public List<Breach> breaches(ClassNode type) {
        List<Breach> found = new ArrayList<>();
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode at : method.instructions) {
                for (MethodId callee : Invoked.by(at)) {
                    if (callees.contain(callee)) {
                        found.add(Breach.in(rule, type, method, at, does + " " + name(callee), remedy));
                    }
                }
            }
        }
        return found;
    }

    private static String name(MethodId callee) {
        return callee.name().equals("<init>")
                ? "new " + callee.owner().replace('/', '.').replace('$', '.')
                : callee.owner().replace('/', '.').replace('$', '.') + "." + callee.name();
    }
}
