package dev.goldenpath.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All classes below one base package; each package directly below it is a room.
 *
 * @param base for example {@code dev.goldenpath}
 * @param classes those below it
 */
record House(String base, JavaClasses classes) {
    private static final String BASE = "dev.goldenpath";
    private static final String TESTS = BASE + ".architecture";

    /** What this project ships. */
    static House real() {
        return new House(BASE, imported(BASE, ImportOption.Predefined.DO_NOT_INCLUDE_TESTS));
    }

    /** The test code below {@code breach.<name>}. */
    static House breaking(String name) {
        String base = TESTS + ".breach." + name;
        return new House(base, imported(base, location -> true));
    }

    Stream<JavaClass> stream() {
        return classes.stream();
    }

    /** The classes of these rooms. */
    Stream<JavaClass> in(Set<String> rooms) {
        return stream().filter(type -> rooms.contains(roomOf(type)));
    }

    boolean contains(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(base + ".");
    }

    /** The package, without the base and its dot; empty for the base package itself. */
    String roomOf(JavaClass type) {
        return type.getPackageName()
                .substring(Math.min(base.length() + 1, type.getPackageName().length()));
    }

    /** Everything a class names, save itself and primitives. */
    static Set<JavaClass> importsOf(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .collect(Collectors.toSet());
    }

    /** What a class names of its own house, outside its own room. */
    Stream<JavaClass> otherRoomsImportedBy(JavaClass type) {
        return importsOf(type).stream()
                .filter(this::contains)
                .filter(target -> !roomOf(target).equals(roomOf(type)));
    }

    private static JavaClasses imported(String base, ImportOption filter) {
        // The names of foreign classes are all the rules need, and reading the classes themselves takes long.
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().withImportOption(filter).importPackages(base);
        });
    }
}
