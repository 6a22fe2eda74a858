package dev.goldenpath.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which audited method can lead to which, and which of them lead to an assertion. A virtual call leads to every method
 * that may be meant.
 */
final class CallGraph {
    /** An object that is one of these is not made for a library to call it. */
    private static final Set<String> PASSIVE = Set.of(
            "java/lang/Object",
            "java/lang/Record",
            "java/lang/Enum",
            "java/lang/Comparable",
            "java/lang/Cloneable",
            "java/lang/AutoCloseable",
            "java/io/Closeable",
            "java/io/Serializable");

    private final AuditedCode code;
    private final AssertionCalls assertions;
    private final Map<MethodId, AuditedMethod> methods = new HashMap<>();
    private final Set<MethodId> direct = new HashSet<>();
    private final Set<MethodId> asserting = new HashSet<>();

    CallGraph(AuditedCode code, AssertionCalls assertions) {
        this.code = code;
        this.assertions = assertions;
        code.classes().forEach(type -> type.methods().forEach(method -> methods.put(method.id(), method)));
        findAsserting();
    }

    /** Whether an assertion can be reached from a method, whichever object it is called on. */
    boolean asserts(MethodId method) {
        return asserting.contains(method);
    }

    /** Whether an assertion can be reached by a call. */
    boolean asserts(MethodCall call) {
        return isInheritedAssertion(call)
                || targets(call).stream().map(AuditedMethod::id).anyMatch(asserting::contains);
    }

    /** Whether an assertion can be reached from a method of a test class, called on an object of this very class. */
    boolean asserts(AuditedClass test, MethodId method) {
        Set<String> self = code.upwards(test);
        // Outside the test's own classes it is known already, and need not be walked for every test.
        Predicate<MethodId> own = reached -> self.contains(reached.owner());
        return walk(List.of(method), call -> targets(call, test.name(), self), own).stream()
                .anyMatch(reached -> own.test(reached) ? direct.contains(reached) : asserting.contains(reached));
    }

    /** All methods that can be reached from these, with themselves, on an object of a test class. */
    Set<MethodId> from(AuditedClass test, Collection<MethodId> starts) {
        Set<String> self = code.upwards(test);
        return walk(starts, call -> targets(call, test.name(), self), reached -> true);
    }

    /** All methods that can be reached from these, with themselves. */
    Set<MethodId> from(Collection<MethodId> starts) {
        return walk(starts, this::targets, reached -> true);
    }

    private Set<MethodId> walk(
            Collection<MethodId> starts, Function<MethodCall, List<AuditedMethod>> step, Predicate<MethodId> further) {
        Set<MethodId> seen = new HashSet<>(starts);
        Deque<MethodId> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            MethodId id = open.remove();
            AuditedMethod method = further.test(id) ? methods.get(id) : null;
            if (method != null) {
                method.calls().stream()
                        .flatMap(call -> step.apply(call).stream())
                        .map(AuditedMethod::id)
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        return seen;
    }

    /** A virtual call of a method that the test itself has is taken to be on the test. */
    private List<AuditedMethod> targets(MethodCall call, String test, Set<String> self) {
        return call.kind() == MethodCall.Kind.VIRTUAL
                        && self.contains(call.target().owner())
                ? exact(call.target().in(test))
                : targets(call);
    }

    private void findAsserting() {
        Map<MethodId, List<MethodId>> callers = new HashMap<>();
        for (AuditedMethod method : methods.values()) {
            if (method.asserts() || method.calls().stream().anyMatch(this::isInheritedAssertion)) {
                direct.add(method.id());
            }
            for (MethodCall call : method.calls()) {
                targets(call)
                        .forEach(target -> callers.computeIfAbsent(target.id(), key -> new ArrayList<>())
                                .add(method.id()));
            }
        }
        asserting.addAll(direct);
        Deque<MethodId> open = new ArrayDeque<>(direct);
        while (!open.isEmpty()) {
            callers.getOrDefault(open.remove(), List.of()).stream()
                    .filter(asserting::add)
                    .forEach(open::add);
        }
    }

    private List<AuditedMethod> targets(MethodCall call) {
        MethodId target = call.target();
        return switch (call.kind()) {
            case EXACT -> exact(target);
            case VIRTUAL ->
                Stream.concat(
                                exact(target).stream(),
                                code.below(target.owner())
                                        .map(target::in)
                                        .map(methods::get)
                                        .filter(method -> method != null && method.isOverridable()))
                        .toList();
            case MADE ->
                code.audited(target.owner()).filter(this::isForLibraries).stream()
                        .flatMap(type -> code.hierarchy(type).stream())
                        .flatMap(type -> type.methods().stream())
                        .filter(AuditedMethod::isOverridable)
                        .toList();
        };
    }

    /** The method that a call finds where the object is one of the named class itself. */
    private List<AuditedMethod> exact(MethodId target) {
        AuditedClass owner = code.audited(target.owner()).orElse(null);
        if (owner == null) {
            return List.of();
        }
        if (target.descriptor().isEmpty()) {
            return owner.methods().stream()
                    .filter(method -> method.id().name().equals(target.name()))
                    .toList();
        }
        @Nullable AuditedMethod declared = methods.get(target);
        if (declared != null) {
            return List.of(declared);
        }
        return code.upwards(owner).stream()
                .map(target::in)
                .map(methods::get)
                .filter(method -> method != null)
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    /** Whether no own class has the method, and a library's class above has it: an assertion of its own kind. */
    private boolean isInheritedAssertion(MethodCall call) {
        if (call.kind() == MethodCall.Kind.MADE || methods.containsKey(call.target())) {
            return false;
        }
        return exact(call.target()).isEmpty()
                && code.audited(call.target().owner()).stream()
                        .flatMap(owner -> code.upwards(owner).stream())
                        .filter(name -> code.audited(name).isEmpty())
                        .anyMatch(name -> assertions.contain(call.target().in(name)));
    }

    private boolean isForLibraries(AuditedClass type) {
        return code.upwards(type).stream()
                .filter(name -> code.audited(name).isEmpty())
                .anyMatch(name -> !PASSIVE.contains(name) && !name.startsWith("org/assertj/"));
    }
}
