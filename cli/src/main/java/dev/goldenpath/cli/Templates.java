package dev.goldenpath.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a starter project, in which <code>{{name}}</code> stands for what is filled in. */
final class Templates {
    private static final Pattern HOLE = Pattern.compile("\\{\\{([a-z0-9]+)}}");

    private Templates() {}

    /**
     * A file with all holes filled.
     *
     * @throws IllegalStateException when a hole has no value
     */
    static String filled(String name, Map<String, String> values) {
        Matcher holes = HOLE.matcher(text(name));
        return holes.replaceAll(hole -> {
            String value = values.get(hole.group(1));
            if (value == null) {
                throw new IllegalStateException(name + " has a hole '" + hole.group(1) + "', and nothing fills it.");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    static String text(String name) {
        try (InputStream in = stream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream stream(String name) {
        InputStream in = Templates.class.getResourceAsStream("init/" + name);
        if (in == null) {
            throw new IllegalStateException("The command line holds no init/" + name + ".");
        }
        return in;
    }
}
