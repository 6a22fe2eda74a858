package dev.goldenpath.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What an instruction calls, or refers to for a later call. */
final class Invoked {
    private Invoked() {}

    /** The method called; each method that a lambda or a method reference stands for; else nothing. */
    static List<MethodId> by(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            return List.of(new MethodId(call.owner, call.name, call.desc));
        }
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return handles(dynamic)
                    .map(handle -> new MethodId(handle.getOwner(), handle.getName(), handle.getDesc()))
                    .toList();
        }
        return List.of();
    }

    /** The methods that a lambda or a method reference stands for. */
    static Stream<Handle> handles(InvokeDynamicInsnNode dynamic) {
        return Arrays.stream(dynamic.bsmArgs).filter(Handle.class::isInstance).map(Handle.class::cast);
    }
}
