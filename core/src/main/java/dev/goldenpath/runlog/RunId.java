package dev.goldenpath.runlog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What all JVMs of one run share.
 *
 * @since 0.1.0
 */
public final class RunId {
    private static final String MAVEN = "plexus-classworlds";
    private static final Pattern OF_MAVEN = Pattern.compile("(\\d{1,18})-(\\d{13})");

    private RunId() {}

    /**
     * The id of the run this JVM is part of: process id and start of the Maven JVM that it is, or that started it; of
     * its own where no Maven did.
     */
    public static String ofThisJvm() {
        return Stream.iterate(
                        Optional.of(ProcessHandle.current()),
                        Optional::isPresent,
                        process -> process.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(RunId::isMaven)
                .findFirst()
                .flatMap(RunId::idOf)
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    /** Whether {@code run} is named after a Maven JVM, and that still lives: it may start another JVM of the run. */
    static boolean isMavenAlive(String run) {
        Matcher matcher = OF_MAVEN.matcher(run);
        return matcher.matches()
                && Processes.isAlive(
                        Long.parseLong(matcher.group(1)), Instant.ofEpochMilli(Long.parseLong(matcher.group(2))));
    }

    private static boolean isMaven(ProcessHandle process) {
        return process.info().commandLine().filter(line -> line.contains(MAVEN)).isPresent();
    }

    private static Optional<String> idOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).map(start -> process.pid() + "-" + start);
    }
}
