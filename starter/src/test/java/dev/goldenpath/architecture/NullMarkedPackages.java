package dev.goldenpath.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every package says that nothing in it is null unless marked. */
final class NullMarkedPackages implements Rule {
    @Override
    public Ruling ruleOn(House house) {
        Set<String> marked = house.stream()
                .filter(type -> type.getSimpleName().equals("package-info")
                        && type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        return Ruling.onEach(
                house.stream(),
                type -> Stream.of(type.getPackageName())
                        .filter(name -> !marked.contains(name))
                        .map(name -> "package " + name + " has no package-info with @NullMarked"));
    }
}
