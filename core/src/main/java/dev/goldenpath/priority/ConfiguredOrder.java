package dev.goldenpath.priority;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.junit.platform.commons.support.ReflectionSupport;

/** The order a project asked for itself; ours comes on top of it. */
final class ConfiguredOrder {
    private static final String FILE = "junit-platform.properties";

    private ConfiguredOrder() {}

    static <T> Optional<T> load(String className, Class<T> type, Class<?> ourOwn) {
        return className.equals(ourOwn.getName())
                ? Optional.empty()
                : Optional.of(type.cast(ReflectionSupport.newInstance(ReflectionSupport.tryToLoadClass(className)
                        .getOrThrow(e -> new IllegalArgumentException("No test order '" + className + "'", e)))));
    }

    static Optional<String> inFile(String key) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (stream == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(stream);
            return Optional.ofNullable(properties.getProperty(key));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + FILE + " on the class path", e);
        }
    }
}
