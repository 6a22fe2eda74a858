package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicyRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A static field that tests can change: one that is not final and that no extension fills, or one that holds a new
 * mutable collection, counter, buffer or empty array.
 */
final class SharedState implements AuditRule {
    private static final Pattern MUTABLE = Pattern.compile(
            "java/util/(concurrent/)?\\w*(List|Map|Set|Queue|Deque|Vector"
                    + "|Stack|Hashtable|Properties|BitSet|Table)|java/util/concurrent/atomic/\\w+|java/lang/String(Buffer|Builder)");
    private static final Callees MAKERS = Callees.of(
            "java/util/concurrent/ConcurrentHashMap newKeySet",
            "java/util/Collections synchronizedList synchronizedMap synchronizedSet synchronizedCollection newSetFromMap",
            "com/google/common/collect/Lists newArrayList newLinkedList newCopyOnWriteArrayList",
            "com/google/common/collect/Maps newHashMap newLinkedHashMap newConcurrentMap newTreeMap",
            "com/google/common/collect/Sets newHashSet newLinkedHashSet newConcurrentHashSet newTreeSet");
    private static final String REMEDY =
            "Keep it in the test or in a field of its object, so that tests can run in any order and at the same time.";

    @Override
    public PolicyRule rule() {
        return PolicyRule.SHARED_STATE;
    }

    @Override
    public List<Breach> breaches(ClassNode type) {
        Map<String, AbstractInsnNode> filled = filledAtFirst(type);
        List<Breach> found = new ArrayList<>();
        for (FieldNode field : type.fields) {
            AbstractInsnNode with = filled.get(field.name);
            if ((field.access & Opcodes.ACC_STATIC) == 0 || (field.access & Opcodes.ACC_SYNTHETIC) != 0) {
                continue;
            }
            if ((field.access & Opcodes.ACC_FINAL) == 0) {
                if (field.visibleAnnotations == null) {
                    found.add(breach(type, with, "has a static field that is not final: " + field.name));
                }
            } else if (with != null && isMutable(with.getPrevious())) {
                found.add(breach(type, with, "has a static field whose content can change: " + field.name));
            }
        }
        return found;
    }

    private Breach breach(ClassNode type, @Nullable AbstractInsnNode at, String is) {
        return Breach.of(rule(), type.name, at == null ? 0 : Lines.of(at), is, REMEDY);
    }

    /** The instruction by which the class itself first fills each of its static fields. */
    private static Map<String, AbstractInsnNode> filledAtFirst(ClassNode type) {
        Map<String, AbstractInsnNode> filled = new HashMap<>();
        for (MethodNode method : type.methods) {
            if (method.name.equals("<clinit>")) {
                for (AbstractInsnNode at : method.instructions) {
                    if (at.getOpcode() == Opcodes.PUTSTATIC
                            && at instanceof FieldInsnNode put
                            && put.owner.equals(type.name)) {
                        filled.putIfAbsent(put.name, at);
                    }
                }
            }
        }
        return filled;
    }

    private static boolean isMutable(@Nullable AbstractInsnNode made) {
        if (made instanceof MethodInsnNode call) {
            return call.name.equals("<init>")
                    ? MUTABLE.matcher(call.owner).matches()
                    : MAKERS.contain(new MethodId(call.owner, call.name, call.desc));
        }
        // An array with an initializer ends with storing its last element, and serves as a constant.
        return made != null && (made.getOpcode() == Opcodes.ANEWARRAY || made.getOpcode() == Opcodes.NEWARRAY);
    }
}
