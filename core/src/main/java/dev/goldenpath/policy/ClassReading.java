package dev.goldenpath.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Makes of a class file what the audit keeps of it. */
final class ClassReading {
    private static final String METHOD_SOURCE = "org/junit/jupiter/params/provider/MethodSource";

    private final CodeCalls calls;
    private final AssertionCalls assertions;

    ClassReading(CodeCalls calls, AssertionCalls assertions) {
        this.calls = calls;
        this.assertions = assertions;
    }

    /**
     * The tree of a class file.
     *
     * @throws RuntimeException of any kind when it can't be read
     */
    static ClassNode tree(byte[] file, int options) {
        ClassNode tree = new ClassNode();
        new ClassReader(file).accept(tree, options | ClassReader.SKIP_FRAMES);
        return tree;
    }

    AuditedClass read(ClassNode type) {
        List<AuditedMethod> methods =
                type.methods.stream().map(method -> read(type, method)).toList();
        return new AuditedClass(
                type.name,
                topLevel(type),
                type.superName,
                type.interfaces,
                self(type).mapToInt(self -> self.access).findFirst().orElse(type.access),
                type.sourceFile,
                names(type.visibleAnnotations),
                self(type)
                        .map(self -> self.outerName)
                        .filter(name -> name != null)
                        .findFirst()
                        .orElse(null),
                type.innerClasses.stream()
                        .filter(inner -> type.name.equals(inner.outerName))
                        .map(inner -> inner.name)
                        .toList(),
                methods);
    }

    private AuditedMethod read(ClassNode type, MethodNode method) {
        List<MethodCall> led = new ArrayList<>(sources(type, method));
        method.instructions.forEach(at -> calls.of(at).forEach(led::add));
        return new AuditedMethod(
                new MethodId(type.name, method.name, method.desc),
                method.access,
                Lines.first(method),
                names(method.visibleAnnotations),
                led.stream().distinct().toList(),
                Arrays.stream(method.instructions.toArray()).anyMatch(assertions::asserts));
    }

    private static Stream<InnerClassNode> self(ClassNode type) {
        return type.innerClasses.stream().filter(inner -> inner.name.equals(type.name));
    }

    private static String topLevel(ClassNode type) {
        if (type.nestHostClass != null) {
            return type.nestHostClass;
        }
        String name = type.name;
        for (InnerClassNode inner : type.innerClasses) {
            if (inner.outerName != null && name.startsWith(inner.name)) {
                name = inner.outerName;
            }
        }
        return name;
    }

    /** The methods of a class that give a parameterized test its arguments: they may be lambdas that assert. */
    private static List<MethodCall> sources(ClassNode type, MethodNode method) {
        return Stream.ofNullable(method.visibleAnnotations)
                .flatMap(List::stream)
                .filter(annotation -> name(annotation).equals(METHOD_SOURCE))
                .flatMap(annotation -> annotation.values == null
                        ? Stream.of(method.name)
                        : annotation.values.stream()
                                .filter(List.class::isInstance)
                                .flatMap(value -> ((List<?>) value).stream())
                                .map(String::valueOf))
                .map(source -> {
                    int hash = source.indexOf('#');
                    String owner =
                            hash < 0 ? type.name : source.substring(0, hash).replace('.', '/');
                    return new MethodCall(new MethodId(owner, source.substring(hash + 1), ""), MethodCall.Kind.EXACT);
                })
                .toList();
    }

    private static Set<String> names(@Nullable List<AnnotationNode> annotations) {
        return Stream.ofNullable(annotations)
                .flatMap(List::stream)
                .map(ClassReading::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String name(AnnotationNode annotation) {
        return Type.getType(annotation.desc).getInternalName();
    }
}
