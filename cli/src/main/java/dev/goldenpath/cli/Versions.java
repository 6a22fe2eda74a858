package dev.goldenpath.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The versions that this command line was built with, by name: {@code goldenpath} is its own. */
final class Versions {
    private Versions() {}

    static Map<String, String> all() {
        Properties read = new Properties();
        try (InputStream in = Templates.stream("versions.properties")) {
            read.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, read::getProperty));
    }
}
