package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicyRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** A text in the code that is the address of a service, or a token. A constant is told where it is used. */
final class HardCodedAddress implements AuditRule {
    private static final String REMEDY =
            "Declare services and users in goldenpath.yaml, so that the test runs in every environment.";

    @Override
    public PolicyRule rule() {
        return PolicyRule.HARD_CODED_ADDRESS;
    }

    @Override
    public List<Breach> breaches(ClassNode type) {
        List<Breach> found = new ArrayList<>();
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode at : method.instructions) {
                for (String text : texts(at)) {
                    AddressText.told(text)
                            .map(told -> Breach.in(rule(), type, method, at, "holds " + told, REMEDY))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static List<String> texts(AbstractInsnNode at) {
        if (at instanceof LdcInsnNode constant) {
            return constant.cst instanceof String text ? List.of(text) : List.of();
        }
        return at instanceof InvokeDynamicInsnNode dynamic
                ? Arrays.stream(dynamic.bsmArgs)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
