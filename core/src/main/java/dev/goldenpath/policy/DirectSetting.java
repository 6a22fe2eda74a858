package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** A setting that is read beside {@code goldenpath.yaml}. What the JVM says of itself is no setting. */
final class DirectSetting implements AuditRule {
    private static final Callees READERS = Callees.of(
            "java/lang/System getenv getProperty getProperties",
            "java/lang/Boolean getBoolean",
            "java/lang/Integer getInteger",
            "java/lang/Long getLong");
    private static final List<String> OF_THE_JVM =
            List.of("java.", "os.", "user.", "line.separator", "file.", "path.separator", "native.", "sun.", "jdk.");
    private static final String REMEDY =
            "Declare it in goldenpath.yaml, as \"${NAME}\": then its origin is told, and a secret is redacted.";

    @Override
    public PolicyRule rule() {
        return PolicyRule.DIRECT_SETTING;
    }

    @Override
    public List<Breach> breaches(ClassNode type) {
        List<Breach> found = new ArrayList<>();
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode at : method.instructions) {
                for (MethodId callee : Invoked.by(at)) {
                    String key = READERS.contain(callee) ? key(at) : null;
                    if (READERS.contain(callee) && !isOfTheJvm(key)) {
                        found.add(Breach.in(rule(), type, method, at, does(callee, key), REMEDY));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isOfTheJvm(@Nullable String key) {
        return key != null && OF_THE_JVM.stream().anyMatch(key::startsWith);
    }

    private static String does(MethodId callee, @Nullable String key) {
        return "reads a setting directly: " + SourceNames.of(callee.owner()) + "." + callee.name()
                + (key == null ? "" : "(\"" + key + "\")");
    }

    /** The first constant of at most two that are loaded right before. */
    private static @Nullable String key(AbstractInsnNode call) {
        return Stream.iterate(call.getPrevious(), at -> at instanceof LdcInsnNode, AbstractInsnNode::getPrevious)
                .limit(2)
                .map(at -> ((LdcInsnNode) at).cst)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .reduce((second, first) -> first)
                .orElse(null);
    }
}
