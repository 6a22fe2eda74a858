package dev.goldenpath.runlog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What all JVMs of one run share.
 *
 * @since 0.1.0
 */
public final class RunId {
    private static final String MAVEN = "plexus-classworlds";

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

    private static boolean isMaven(ProcessHandle process) {
        return process.info().commandLine().filter(line -> line.contains(MAVEN)).isPresent();
    }

    private static Optional<String> idOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).map(start -> process.pid() + "-" + start);
    }
}
