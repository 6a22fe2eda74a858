package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicyRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** Finds the handlers of a class that swallow what no test may swallow. */
final class SwallowedThrowables {
    private static final Set<String> EVERYTHING =
            Set.of("java/lang/Throwable", "java/lang/Exception", "java/lang/Error", "java/lang/AssertionError");
    private static final String REMEDY =
            "Let it pass, catch a narrower exception, or assert on it with assertThatThrownBy.";

    private final AssertionCalls assertions;
    private final CodeCalls calls;

    SwallowedThrowables(AssertionCalls assertions, CodeCalls calls) {
        this.assertions = assertions;
        this.calls = calls;
    }

    List<Swallow> in(ClassNode type) throws AnalyzerException {
        List<Swallow> found = new ArrayList<>();
        for (MethodNode method : type.methods) {
            Map<LabelNode, List<TryCatchBlockNode>> handlers = method.tryCatchBlocks.stream()
                    .filter(block -> isBroad(block.type))
                    .collect(Collectors.groupingBy(block -> block.handler, LinkedHashMap::new, Collectors.toList()));
            if (!handlers.isEmpty()) {
                MethodFlow flow = MethodFlow.of(type.name, method);
                Set<Integer> finallyLines = finallyLines(method, flow);
                handlers.forEach((handler, blocks) -> {
                    Handler candidate = new Handler(method, flow, handler, blocks);
                    if (!flow.used().contains(handler) && !candidate.makesADifference()) {
                        found.add(candidate.swallow(type, finallyLines));
                    }
                });
            }
        }
        return found;
    }

    /** The type of a catch block; none is that of {@code finally}, which catches everything too. */
    private static boolean isBroad(@Nullable String type) {
        return type == null || EVERYTHING.contains(type) || isAssertion(type);
    }

    private static boolean isAssertion(@Nullable String type) {
        return type != null && AssertionCalls.isFailure(type);
    }

    /** The compiler writes a finally block twice: what is in the copy for throwables is in the other one too. */
    private static Set<Integer> finallyLines(MethodNode method, MethodFlow flow) {
        return method.tryCatchBlocks.stream()
                .filter(block -> block.type == null)
                .map(block -> flow.from(flow.index(block.handler)))
                .flatMap(reached -> method.tryCatchBlocks.stream()
                        .filter(block -> block.type != null && reached.get(flow.index(block.start))))
                .map(block -> line(block.handler))
                .collect(Collectors.toSet());
    }

    /** The handler's own label comes before the line number it belongs to. */
    private static int line(LabelNode handler) {
        @Nullable AbstractInsnNode at = handler;
        while (at != null && at.getOpcode() < 0) {
            at = at.getNext();
        }
        return at == null ? 0 : Lines.of(at);
    }

    /** One handler, judged by the code around it. */
    private final class Handler {
        private final MethodNode method;
        private final MethodFlow flow;
        private final LabelNode label;
        private final List<TryCatchBlockNode> blocks;
        private final BitSet protectedCode;
        /** Code that is run because of the throwable, and not otherwise. */
        private final BitSet body;

        Handler(MethodNode method, MethodFlow flow, LabelNode label, List<TryCatchBlockNode> blocks) {
            this.method = method;
            this.flow = flow;
            this.label = label;
            this.blocks = blocks;
            int start = flow.index(label);
            protectedCode = flow.protectedBy(label);
            body = flow.from(start);
            body.andNot(flow.without(start));
        }

        boolean makesADifference() {
            return code(body).anyMatch(this::decides)
                    || isFalse()
                    || expectsException()
                    || !flow.returnsFrom(
                            flow.index(label), index -> protectedCode.get(index) || assertions.fails(flow.at(index)));
        }

        Swallow swallow(ClassNode type, Set<Integer> finallyLines) {
            String caught = blocks.stream()
                    .map(block -> block.type == null ? "every throwable in a finally block" : simple(block.type))
                    .distinct()
                    .collect(Collectors.joining(" | "));
            int line = line(label);
            Breach breach =
                    Breach.in(PolicyRule.SWALLOWED_THROWABLE, type, method, label, "swallows " + caught, REMEDY);
            return new Swallow(
                    new Breach(breach.rule(), breach.method(), line, breach.words(), breach.remedy()),
                    finallyLines.contains(line),
                    blocks.stream().anyMatch(block -> isAssertion(block.type)),
                    code(body).flatMap(calls::of).toList(),
                    code(protectedCode).flatMap(calls::of).toList(),
                    code(protectedCode).anyMatch(assertions::asserts));
        }

        private boolean decides(AbstractInsnNode at) {
            return at.getOpcode() == Opcodes.ATHROW
                    || at.getOpcode() == Opcodes.IINC
                    || assertions.asserts(at)
                    || Invoked.by(at).stream().anyMatch(Handler::counts);
        }

        /** Whether a counter or a flag of another object takes note. */
        private static boolean counts(MethodId callee) {
            return callee.owner().startsWith("java/util/concurrent/atomic/")
                    || callee.owner().startsWith("org/junit/jupiter/api/Assumptions")
                    || callee.owner().startsWith("org/assertj/core/api/Assumptions")
                    || callee.owner().startsWith("org/junit/Assume");
        }

        /** A condition that does not hold because looking at it has failed. */
        private boolean isFalse() {
            return method.desc.endsWith(")Z")
                    && code(body)
                            .anyMatch(at -> at.getOpcode() == Opcodes.ICONST_0
                                    && at.getNext() != null
                                    && at.getNext().getOpcode() == Opcodes.IRETURN);
        }

        /** The older way to demand an exception: what is tried ends with a failure that this handler does not catch. */
        private boolean expectsException() {
            AbstractInsnNode last = null;
            for (AbstractInsnNode at : code(protectedCode).toList()) {
                last = at.getOpcode() < 0 || at.getOpcode() == Opcodes.GOTO || at.getOpcode() == Opcodes.POP
                        ? last
                        : at;
            }
            return blocks.stream().allMatch(block -> "java/lang/Exception".equals(block.type))
                    && last != null
                    && (last.getOpcode() == Opcodes.ATHROW || assertions.fails(last));
        }

        private Stream<AbstractInsnNode> code(BitSet indexes) {
            return indexes.stream().mapToObj(flow::at);
        }

        private static String simple(String type) {
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }
}
