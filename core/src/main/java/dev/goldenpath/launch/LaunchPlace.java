package dev.goldenpath.launch;

import dev.goldenpath.environment.Environment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Where the JVMs of one run meet to share the processes of an environment.
 *
 * @param folder the run's, absolute
 * @param digest of what is launched: who launches something else under the same name shares nothing
 */
record LaunchPlace(Path folder, String environment, String digest) {

    static LaunchPlace of(Path folder, Environment environment) {
        return new LaunchPlace(
                folder.toAbsolutePath(),
                environment.name(),
                digest(environment.launch().stream()
                        .map(spec -> List.of(spec.name(), spec.command()))
                        .toList()));
    }

    Path state() {
        return file(digest + ".state");
    }

    Path lock() {
        return file(digest + ".lock");
    }

    /** What a supervisor writes about its own failures. */
    Path errors() {
        return file(digest + ".err");
    }

    /** Where the ports are kept, which must be known before it is known what is launched. */
    static Path ports(Path folder, String environment) {
        String digest = digest(List.of());
        return new LaunchPlace(folder.toAbsolutePath(), environment, digest).file(digest + ".ports");
    }

    Path output(String process, long supervisor) {
        return file(process + "-" + supervisor + ".log");
    }

    private Path file(String end) {
        return folder.resolve((environment + "-" + end).replaceAll("[^\\w.-]", "_"));
    }

    private static String digest(Object launched) {
        try {
            // A relative path in a command means another file in another working directory.
            String text = Path.of("").toAbsolutePath() + "\n" + launched;
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
