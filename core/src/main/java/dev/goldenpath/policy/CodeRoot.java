package dev.goldenpath.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * One place that class files come from. Thread-safe. Names are internal ones: {@code com/acme/ChatIT$Nested}.
 */
interface CodeRoot {

    /** The folder, or the jar. */
    Path path();

    /** Whether the class lies here. */
    boolean contains(String internalName);

    /** Its class file. */
    InputStream open(String internalName) throws IOException;

    /** All classes that lie here, in the order of their names. */
    Stream<String> classes() throws IOException;
}
