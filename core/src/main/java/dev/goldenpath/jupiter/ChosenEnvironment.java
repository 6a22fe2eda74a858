package dev.goldenpath.jupiter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Which environment the tests of a class, and of those nested in it, run against.
 *
 * @param name {@code null} for the one that the configuration chooses
 */
record ChosenEnvironment(@Nullable String name) {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ChosenEnvironment.class);

    /** Notes it for this context and those within. */
    void note(ExtensionContext context) {
        context.getStore(NAMESPACE).put(ChosenEnvironment.class, this);
    }

    /** The nearest that was noted; else what the classes themselves tell, before Golden Path has had its turn. */
    static Optional<ChosenEnvironment> of(ExtensionContext context) {
        ChosenEnvironment noted = context.getStore(NAMESPACE).get(ChosenEnvironment.class, ChosenEnvironment.class);
        if (noted != null) {
            return Optional.of(noted);
        }
        List<Class<?>> classes = TestClasses.of(context);
        Optional<ChosenEnvironment> byHand = classes.stream()
                .flatMap(type ->
                        AnnotationSupport.findAnnotatedFieldValues(
                                type, RegisterExtension.class, GoldenPathExtension.class)
                                .stream())
                .map(GoldenPathExtension::chosen)
                .findFirst();
        return byHand.isEmpty() && TestClasses.areAnnotated(classes)
                ? Optional.of(new ChosenEnvironment(null))
                : byHand;
    }
}
