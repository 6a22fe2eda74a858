package dev.goldenpath.environment;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One component of a record of settings.
 *
 * @param name its record and it
 * @param key its key in the file
 * @param type its type; of an Optional, that of what is in it
 * @param optional whether it is an Optional
 * @param nullable whether it is annotated as such
 */
record SettingComponent(String name, String key, Type type, boolean optional, boolean nullable) {
    /** The types that a setting may have, as the end of a sentence. */
    static final String SUPPORTED = "String, int, long, double, boolean, BigDecimal, Duration, Instant, LocalDate, URI,"
            + " Path, Secret, an enum, a record, or a List, a Map by String or an Optional of one of them";

    static SettingComponent of(RecordComponent component) {
        Type type = component.getGenericType();
        boolean optional = component.getType() == Optional.class && type instanceof ParameterizedType;
        boolean nullable = !component.getType().isPrimitive()
                && Stream.concat(
                                Arrays.stream(component.getAnnotations()),
                                Arrays.stream(component.getAnnotatedType().getAnnotations()))
                        .anyMatch(SettingComponent::isNullable);
        return new SettingComponent(
                component.getDeclaringRecord().getSimpleName() + "." + component.getName(),
                keyOf(component.getName()),
                optional ? ((ParameterizedType) type).getActualTypeArguments()[0] : type,
                optional,
                nullable);
    }

    /** Of whichever library: what counts is what it says. */
    private static boolean isNullable(Annotation annotation) {
        return annotation.annotationType().getSimpleName().equals("Nullable");
    }

    /** {@code maxItems} is {@code max-items}, and {@code apiURL} is {@code api-url}. */
    static String keyOf(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
    }

    boolean mayBeAbsent() {
        return optional || nullable;
    }

    /** Whether a value of this type can be read. */
    static boolean isSupported(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return (generic.getRawType() == List.class && isSupported(arguments[0]))
                    || (generic.getRawType() == Map.class && arguments[0] == String.class && isSupported(arguments[1]));
        }
        return type instanceof Class<?> plain
                && (plain.isRecord() || plain == Secret.class || SettingText.of(plain) != null);
    }

    /** What one text can set: a type that is no collection, or that of a list's entries; {@code null} for a map. */
    static @Nullable Class<?> elementOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class && generic.getActualTypeArguments()[0] instanceof Class<?> element
                    ? element
                    : null;
        }
        return type instanceof Class<?> plain ? plain : null;
    }
}
