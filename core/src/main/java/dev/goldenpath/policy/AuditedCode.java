package dev.goldenpath.policy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/**
 * The classes that are audited, and the shape of any other class they extend or are annotated with. Thread-safe once all
 * are added.
 */
final class AuditedCode {
    private final CodeRoots roots;
    private final ClassReading reading;
    private final Map<String, AuditedClass> audited = new LinkedHashMap<>();
    private final Map<String, Optional<AuditedClass>> others = new ConcurrentHashMap<>();
    private final Map<String, List<String>> subclasses = new HashMap<>();

    AuditedCode(CodeRoots roots, ClassReading reading) {
        this.roots = roots;
        this.reading = reading;
    }

    void add(AuditedClass type) {
        audited.put(type.name(), type);
        type.supertypes()
                .forEach(above -> subclasses
                        .computeIfAbsent(above, key -> new ArrayList<>())
                        .add(type.name()));
    }

    Collection<AuditedClass> classes() {
        return audited.values();
    }

    /** A class whose code is audited. */
    Optional<AuditedClass> audited(String name) {
        return Optional.ofNullable(audited.get(name));
    }

    /** Any class but those of the JDK; of one that is not audited the code is not known. */
    Optional<AuditedClass> find(String name) {
        AuditedClass known = audited.get(name);
        return known != null ? Optional.of(known) : others.computeIfAbsent(name, this::shape);
    }

    /** The class itself, then all that it extends and implements as far as they are found, the nearest first. */
    List<AuditedClass> hierarchy(AuditedClass type) {
        return upwards(type).stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /** Names of the class itself and of all that it extends and implements, the nearest first. */
    Set<String> upwards(AuditedClass type) {
        Set<String> names = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(type.name()));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (names.add(name)) {
                find(name).stream().flatMap(AuditedClass::supertypes).forEach(open::add);
            }
        }
        return names;
    }

    /** All audited classes below a type. */
    Stream<String> below(String type) {
        Set<String> names = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            subclasses.getOrDefault(open.remove(), List.of()).stream()
                    .filter(names::add)
                    .forEach(open::add);
        }
        return names.stream();
    }

    /** Whether one of the wanted is among the annotations, or annotates one of them, and so on. */
    boolean annotates(Set<String> annotations, Set<String> wanted) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(annotations);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (wanted.contains(name)) {
                return true;
            }
            if (seen.add(name)) {
                find(name).ifPresent(annotation -> open.addAll(annotation.annotations()));
            }
        }
        return false;
    }

    private Optional<AuditedClass> shape(String name) {
        if (name.startsWith("java/")) {
            return Optional.empty();
        }
        return roots.find(name).flatMap(this::shape);
    }

    /** The class without its code; empty where its file can't be read. */
    Optional<AuditedClass> shape(ClassFile file) {
        try {
            return Optional.of(reading.read(ClassReading.tree(file.bytes(), ClassReader.SKIP_CODE)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
