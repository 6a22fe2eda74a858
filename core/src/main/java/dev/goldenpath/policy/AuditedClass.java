package dev.goldenpath.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * What the audit keeps of a class file. All names are internal ones.
 *
 * @param topLevel the class whose source it is written in; itself where it is no nested one
 * @param access as declared, for a nested class too
 * @param source name of the source file, absent where the class file does not tell
 * @param annotations those that a JVM can see
 * @param enclosing the class it is a member of, absent where it is none
 * @param members its member classes
 */
record AuditedClass(
        String name,
        String topLevel,
        @Nullable String superName,
        List<String> interfaces,
        int access,
        @Nullable String source,
        Set<String> annotations,
        @Nullable String enclosing,
        List<String> members,
        List<AuditedMethod> methods) {

    AuditedClass {
        interfaces = List.copyOf(interfaces);
        annotations = Set.copyOf(annotations);
        members = List.copyOf(members);
        methods = List.copyOf(methods);
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }

    /** Whether JUnit could make an object of it. */
    boolean isConcrete() {
        return !is(Opcodes.ACC_ABSTRACT) && !is(Opcodes.ACC_INTERFACE);
    }

    Stream<String> supertypes() {
        return Stream.concat(Stream.ofNullable(superName), interfaces.stream());
    }

    /** The line of its declaration, as near as its methods tell; 0 where none does. */
    int line() {
        return methods.stream()
                .mapToInt(AuditedMethod::line)
                .filter(line -> line > 0)
                .min()
                .orElse(0);
    }
}
