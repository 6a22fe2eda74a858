package dev.goldenpath.jupiter;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** Whom an injected client calls as, by the nearest annotation: a named user, any one of a pool, or nobody. Immutable. */
final class Caller {
    private static final Caller ANONYMOUS = new Caller(null, null);

    private final @Nullable AsUser named;
    private final @Nullable AsAnyUser anyone;

    private Caller(@Nullable AsUser named, @Nullable AsAnyUser anyone) {
        this.named = named;
        this.anyone = anyone;
    }

    /**
     * By what stands on the parameter or field itself, else on the class or one above it, else on a class around it.
     *
     * @throws ExtensionConfigurationException when the nearest names both a user and a pool
     */
    static Caller of(InjectionPoint point) {
        return Stream.concat(Stream.of(point.target()), point.classes().stream().flatMap(Caller::levels))
                .flatMap(element ->
                        on(element, element == point.target() ? "'" + point.name() + "'" : element.toString()).stream())
                .findFirst()
                .orElse(ANONYMOUS);
    }

    /** The name of the one user; empty for an anonymous client, and where anyone will do. */
    Optional<String> name() {
        return Optional.ofNullable(named).map(AsUser::value).filter(user -> !user.equals(AsUser.ANONYMOUS));
    }

    /** The pool of whose users anyone will do. */
    Optional<AsAnyUser> anyone() {
        return Optional.ofNullable(anyone);
    }

    /** A class and those above it, each for itself: an annotation that is inherited is farther away than one's own. */
    private static Stream<AnnotatedElement> levels(Class<?> type) {
        return Stream.<Class<?>>iterate(type, level -> level != null, Class::getSuperclass)
                .flatMap(Caller::withInterfaces);
    }

    private static Stream<Class<?>> withInterfaces(Class<?> type) {
        return Stream.concat(
                Stream.of(type), Arrays.stream(type.getInterfaces()).flatMap(Caller::withInterfaces));
    }

    private static Optional<Caller> on(AnnotatedElement element, String words) {
        Optional<AsUser> named = own(element, AsUser.class);
        Optional<AsAnyUser> anyone = own(element, AsAnyUser.class);
        if (named.isPresent() && anyone.isPresent()) {
            throw new ExtensionConfigurationException("On " + words + " stand both @AsUser(\""
                    + named.get().value() + "\") and @AsAnyUser(from = \""
                    + anyone.get().from()
                    + "\"). Remove @AsAnyUser to call as that one user, or @AsUser to call as one of "
                    + "the pool.");
        }
        return named.isPresent() || anyone.isPresent()
                ? Optional.of(new Caller(named.orElse(null), anyone.orElse(null)))
                : Optional.empty();
    }

    /** The annotation that is written on the element, itself or by way of another one. */
    private static <A extends Annotation> Optional<A> own(AnnotatedElement element, Class<A> type) {
        List<Annotation> declared = List.of(element.getDeclaredAnnotations());
        Optional<A> direct =
                declared.stream().filter(type::isInstance).map(type::cast).findFirst();
        return direct.or(() -> declared.stream()
                .map(Annotation::annotationType)
                .flatMap(written -> AnnotationSupport.findAnnotation(written, type).stream())
                .findFirst());
    }
}
