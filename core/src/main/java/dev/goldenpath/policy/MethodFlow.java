package dev.goldenpath.policy;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** Which instruction of a method can follow which, and what becomes of caught throwables. Instructions go by index. */
final class MethodFlow {
    private final MethodNode method;
    private final BitSet[] next;
    private final BitSet[] caughtAt;
    private final CaughtFlow caught = new CaughtFlow();

    private MethodFlow(MethodNode method) {
        this.method = method;
        int size = method.instructions.size();
        next = sets(size);
        caughtAt = sets(size);
    }

    static MethodFlow of(String owner, MethodNode method) throws AnalyzerException {
        MethodFlow flow = new MethodFlow(method);
        flow.follow(owner);
        return flow;
    }

    /** The handlers whose throwable makes a difference. */
    Set<LabelNode> used() {
        return caught.used();
    }

    AbstractInsnNode at(int index) {
        return method.instructions.get(index);
    }

    int index(AbstractInsnNode instruction) {
        return method.instructions.indexOf(instruction);
    }

    /** What can be reached from the start of the method, by throwables too, but not through this handler. */
    BitSet without(int handler) {
        return reached(0, true, index -> index == handler);
    }

    /** What can be reached from an instruction, unless something throws. */
    BitSet from(int start) {
        return reached(start, false, index -> false);
    }

    /** Whether the method can end from here without a throwable, on a way that meets none of these instructions. */
    boolean returnsFrom(int start, IntPredicate stop) {
        return reached(start, false, stop).stream().anyMatch(index -> isReturn(at(index)));
    }

    /** The instructions that a handler protects. */
    BitSet protectedBy(LabelNode handler) {
        BitSet found = new BitSet();
        method.tryCatchBlocks.stream()
                .filter(block -> block.handler == handler)
                .forEach(block -> found.set(index(block.start), index(block.end)));
        return found;
    }

    private BitSet reached(int start, boolean byThrowables, IntPredicate stop) {
        BitSet found = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            int index = open.remove();
            if (found.get(index) || stop.test(index)) {
                continue;
            }
            found.set(index);
            IntStream after = byThrowables
                    ? IntStream.concat(next[index].stream(), caughtAt[index].stream())
                    : next[index].stream();
            after.forEach(open::add);
        }
        return found;
    }

    private void follow(String owner) throws AnalyzerException {
        new Analyzer<>(caught) {
            @Override
            protected void newControlFlowEdge(int from, int to) {
                next[from].set(to);
            }

            @Override
            protected boolean newControlFlowExceptionEdge(int from, TryCatchBlockNode block) {
                caughtAt[from].set(index(block.handler));
                return true;
            }
        }.analyze(owner, method);
    }

    private static boolean isReturn(AbstractInsnNode at) {
        return at.getOpcode() >= Opcodes.IRETURN && at.getOpcode() <= Opcodes.RETURN;
    }

    private static BitSet[] sets(int size) {
        return IntStream.range(0, size).mapToObj(index -> new BitSet()).toArray(BitSet[]::new);
    }
}
