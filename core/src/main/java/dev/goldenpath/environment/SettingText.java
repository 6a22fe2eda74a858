package dev.goldenpath.environment;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the texts of the author's settings. Each throws {@link IllegalArgumentException} with the end of a sentence. */
final class SettingText {
    private static final Map<Class<?>, Function<String, ?>> BY_TYPE = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(int.class, SettingText::integer),
            Map.entry(Integer.class, SettingText::integer),
            Map.entry(long.class, SettingText::longInteger),
            Map.entry(Long.class, SettingText::longInteger),
            Map.entry(double.class, SettingText::floating),
            Map.entry(Double.class, SettingText::floating),
            Map.entry(boolean.class, Values::bool),
            Map.entry(Boolean.class, Values::bool),
            Map.entry(BigDecimal.class, SettingText::decimal),
            Map.entry(Duration.class, Values::duration),
            Map.entry(Instant.class, SettingText::instant),
            Map.entry(LocalDate.class, SettingText::date),
            Map.entry(URI.class, text -> Values.uri(text, "is no URI: ")),
            Map.entry(Path.class, SettingText::path));

    private SettingText() {}

    /** How a text becomes a value of this type; {@code null} where it can't. */
    static @Nullable Function<String, ?> of(Class<?> type) {
        return type.isEnum() ? text -> constant(type, text) : BY_TYPE.get(type);
    }

    private static int integer(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "is no whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE, e);
        }
    }

    private static long longInteger(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "is no whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE, e);
        }
    }

    private static double floating(String text) {
        double number = decimal(text).doubleValue();
        if (Double.isInfinite(number)) {
            throw new IllegalArgumentException("is too large for a double");
        }
        return number;
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is no number", e);
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is no instant such as 2026-12-31T23:59:59Z", e);
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is no date such as 2026-12-31", e);
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            // Not its message: that quotes the text, which may hold a secret.
            throw new IllegalArgumentException("is no path", e);
        }
    }

    private static Object constant(Class<?> type, String text) {
        Object[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant ->
                        nameOf(constant).equals(text) || keyOf(constant).equals(text.replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is none of "
                        + Arrays.stream(constants).map(SettingText::keyOf).collect(Collectors.joining(", "))));
    }

    private static String nameOf(Object constant) {
        return ((Enum<?>) constant).name();
    }

    private static String keyOf(Object constant) {
        return nameOf(constant).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
