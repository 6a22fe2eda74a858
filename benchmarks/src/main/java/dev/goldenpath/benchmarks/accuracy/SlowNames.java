package dev.goldenpath.benchmarks.accuracy;

import dev.goldenpath.benchmarks.frame.JavaCommand;
import dev.goldenpath.benchmarks.frame.TemporaryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Host names that take their time to be looked up. The JDK lets a resolver in from version 18 on, when it starts, and
 * this program is compiled for 17. So the resolver is compiled when it is needed, for a JVM of its own.
 */
final class SlowNames {
    /** How long a look-up takes; the resolver's source has the same figure. */
    static final int MILLIS = 40;
    /** What all these names end with. */
    static final String DOMAIN = ".slow.test";

    private static final int FIRST_JDK = 18;
    private static final String RESOLVER = "SlowNamesResolver";
    private static final String SERVICE = "java.net.spi.InetAddressResolverProvider";
    private static final int LIMIT_MINUTES = 30;

    private SlowNames() {}

    /** Whether names are slow in this JVM. */
    static boolean areHere() {
        return SlowNames.class.getResource("/" + RESOLVER + ".class") != null;
    }

    /** Whether this JDK lets a resolver in, and can compile it. */
    static boolean arePossible() {
        return Runtime.version().feature() >= FIRST_JDK && ToolProvider.getSystemJavaCompiler() != null;
    }

    /** Runs {@code main} where names are slow, and tells whether it ended well. */
    static boolean run(Class<?> main, String... arguments) throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            compile(folder.path());
            Process process = new JavaCommand(main, List.of(folder.path()), List.of(arguments))
                    .builder()
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("It did not end within " + LIMIT_MINUTES + " minutes.");
            }
            return process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        }
    }

    private static void compile(Path folder) throws IOException {
        Path source = folder.resolve(RESOLVER + ".java");
        try (InputStream in = Objects.requireNonNull(SlowNames.class.getResourceAsStream(RESOLVER + ".java"))) {
            Files.copy(in, source);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, "-d", folder.toString(), source.toString()) != 0) {
            throw new IOException("The resolver of slow names does not compile on this JDK.");
        }
        Files.writeString(
                Files.createDirectories(folder.resolve("META-INF/services")).resolve(SERVICE), RESOLVER);
    }
}
