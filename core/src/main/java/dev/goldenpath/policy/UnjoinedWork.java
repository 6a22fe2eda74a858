package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicyRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Work in another thread that its class starts, and whose end the class never waits for. */
final class UnjoinedWork implements AuditRule {
    private static final Callees STARTS = Callees.of(
            "java/lang/Thread start startVirtualThread",
            "java/lang/Thread$Builder start",
            "java/lang/Thread$Builder$OfVirtual start",
            "java/lang/Thread$Builder$OfPlatform start",
            "java/util/Timer schedule scheduleAtFixedRate",
            "java/util/concurrent/Executor execute",
            "java/util/concurrent/ExecutorService submit execute",
            "java/util/concurrent/ScheduledExecutorService submit execute schedule scheduleAtFixedRate"
                    + " scheduleWithFixedDelay",
            "java/util/concurrent/ThreadPoolExecutor submit execute",
            "java/util/concurrent/ForkJoinPool submit execute",
            "java/util/concurrent/CompletableFuture runAsync supplyAsync",
            "kotlin/concurrent/ThreadsKt thread thread$default");
    private static final Callees JOINS = Callees.of(
            "java/lang/Thread join",
            "java/util/concurrent/Future get resultNow",
            "java/util/concurrent/FutureTask get",
            "java/util/concurrent/ForkJoinTask get join invoke",
            "java/util/concurrent/ScheduledFuture get",
            "java/util/concurrent/CompletableFuture get join allOf anyOf orTimeout",
            "java/util/concurrent/CompletionService take poll",
            "java/util/concurrent/ExecutorCompletionService take poll",
            "java/util/concurrent/ExecutorService awaitTermination close invokeAll invokeAny",
            "java/util/concurrent/ScheduledExecutorService awaitTermination close invokeAll invokeAny",
            "java/util/concurrent/ThreadPoolExecutor awaitTermination close invokeAll invokeAny",
            "java/util/concurrent/ForkJoinPool awaitTermination awaitQuiescence close invoke invokeAll",
            "java/util/concurrent/CountDownLatch await",
            "java/util/concurrent/CyclicBarrier await",
            "java/util/concurrent/Phaser arriveAndAwaitAdvance awaitAdvance awaitAdvanceInterruptibly",
            "java/util/concurrent/Semaphore acquire tryAcquire",
            "java/util/concurrent/Exchanger exchange",
            "java/util/concurrent/BlockingQueue take poll",
            "java/util/concurrent/LinkedBlockingQueue take poll",
            "java/util/concurrent/ArrayBlockingQueue take poll",
            "java/util/concurrent/SynchronousQueue take poll",
            "org/awaitility/core/ConditionFactory until untilAsserted untilTrue untilFalse untilAtomic untilAdder");
    /** What AssertJ says of futures. */
    private static final Pattern OUTCOME = Pattern.compile("(succeeds|failsWithin|isCompleted|isDone)\\w*");

    private static final String REMEDY =
            "Wait for its end and look at its outcome in the test: a failure in another thread fails no test.";

    private final Set<String> joining = new HashSet<>();

    @Override
    public PolicyRule rule() {
        return PolicyRule.UNJOINED;
    }

    @Override
    public List<Breach> breaches(ClassNode type) {
        List<Breach> started = new ArrayList<>();
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode at : method.instructions) {
                for (MethodId callee : Invoked.by(at)) {
                    if (joins(callee)) {
                        joining.add(type.name);
                    } else if (STARTS.contain(callee) && !isHandedOn(at)) {
                        started.add(Breach.in(rule(), type, method, at, does(callee), REMEDY));
                    }
                }
            }
        }
        return started;
    }

    /** What a nested class starts may be waited for by the class around it, and the other way round. */
    @Override
    public List<Breach> standing(List<Breach> breaches, UnaryOperator<String> topLevel) {
        Set<String> sources = joining.stream().map(topLevel).collect(Collectors.toSet());
        return breaches.stream()
                .filter(breach ->
                        !sources.contains(topLevel.apply(breach.method().owner())))
                .toList();
    }

    private static String does(MethodId callee) {
        return "starts work that its class never waits for: " + SourceNames.of(callee.owner()) + "." + callee.name();
    }

    private static boolean joins(MethodId callee) {
        return JOINS.contain(callee)
                || (callee.owner().startsWith("org/assertj/")
                        && OUTCOME.matcher(callee.name()).matches());
    }

    /** Whether the future is what the method returns, so that its caller waits. */
    private static boolean isHandedOn(AbstractInsnNode start) {
        @Nullable AbstractInsnNode next = start.getNext();
        while (next instanceof LabelNode || next instanceof LineNumberNode) {
            next = next.getNext();
        }
        return next != null && next.getOpcode() == Opcodes.ARETURN;
    }
}
