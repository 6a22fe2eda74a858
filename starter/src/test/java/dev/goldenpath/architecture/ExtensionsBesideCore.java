package dev.goldenpath.architecture;

import com.tngtech.archunit.core.domain.JavaClass;

/** What artifacts beside core add to JUnit: there, these classes alone are JUnit's side. */
final class ExtensionsBesideCore {
    private static final String EXTENSIONS = "org.junit.jupiter.api.extension.";

    private ExtensionsBesideCore() {}

    /** Whether a class is an annotation, or itself an extension. */
    static boolean include(House house, JavaClass type) {
        return ArtifactsApart.rooms().contains(house.roomOf(type))
                && (type.isAnnotation()
                        || type.getRawInterfaces().stream()
                                .anyMatch(above -> above.getName().startsWith(EXTENSIONS)));
    }
}
