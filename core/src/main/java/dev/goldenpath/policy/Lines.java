package dev.goldenpath.policy;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Where in the source code is. */
final class Lines {
    private Lines() {}

    /** The line of an instruction, or 0 where the class file does not tell. */
    static int of(AbstractInsnNode instruction) {
        for (@Nullable AbstractInsnNode at = instruction; at != null; at = at.getPrevious()) {
            if (at instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return 0;
    }

    /** The line of a method's first instruction, or 0. */
    static int first(MethodNode method) {
        for (@Nullable AbstractInsnNode at = method.instructions.getFirst(); at != null; at = at.getNext()) {
            if (at instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return 0;
    }
}
