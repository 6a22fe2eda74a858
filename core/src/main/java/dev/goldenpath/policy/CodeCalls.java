package dev.goldenpath.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Where an instruction leads to in own code. To read a field leads to where the field's object is made, for that may be a
 * lambda.
 *
 * @param own whether a class of this internal name is own
 */
record CodeCalls(Predicate<String> own) {

    Stream<MethodCall> of(AbstractInsnNode at) {
        List<MethodCall> found = new ArrayList<>(2);
        if (at instanceof MethodInsnNode call) {
            boolean exact = at.getOpcode() == Opcodes.INVOKESTATIC || at.getOpcode() == Opcodes.INVOKESPECIAL;
            found.add(call(call.owner, call.name, call.desc, exact));
        } else if (at instanceof InvokeDynamicInsnNode dynamic) {
            Invoked.handles(dynamic).map(CodeCalls::call).forEach(found::add);
        } else if (at instanceof TypeInsnNode made && at.getOpcode() == Opcodes.NEW) {
            found.add(new MethodCall(new MethodId(made.desc, "", ""), MethodCall.Kind.MADE));
        } else if (at instanceof FieldInsnNode field && field.desc.startsWith("L")) {
            if (at.getOpcode() == Opcodes.GETSTATIC) {
                found.add(call(field.owner, "<clinit>", "", true));
            } else if (at.getOpcode() == Opcodes.GETFIELD) {
                found.add(call(field.owner, "<init>", "", true));
            }
        }
        return found.stream().filter(call -> own.test(call.target().owner()));
    }

    private static MethodCall call(Handle handle) {
        boolean exact = handle.getTag() != Opcodes.H_INVOKEVIRTUAL && handle.getTag() != Opcodes.H_INVOKEINTERFACE;
        return call(handle.getOwner(), handle.getName(), handle.getDesc(), exact);
    }

    private static MethodCall call(String owner, String name, String descriptor, boolean exact) {
        return new MethodCall(
                new MethodId(owner, name, descriptor), exact ? MethodCall.Kind.EXACT : MethodCall.Kind.VIRTUAL);
    }
}
