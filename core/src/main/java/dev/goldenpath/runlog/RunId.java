package dev.goldenpath.runlog;

import java.nio.file.Path;
import java.time.Duration;
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

    /** What {@link #isValid} asks for, as the end of a sentence that begins with the id. */
    public static final String WHAT_IS_VALID =
            "is no run id: it names files, so it is 1 to 100 letters, digits, '_', '.' and '-', the first a letter or digit";

    private static final Pattern VALID = Pattern.compile("[a-zA-Z0-9][\\w.-]{0,99}");

    private static final Duration CLOCK_STEP = Duration.ofMinutes(1);
    private static final Duration UNTOUCHED = Duration.ofHours(1);

    private RunId() {}

    /** Whether a run can have this id. */
    public static boolean isValid(String id) {
        return VALID.matcher(id).matches();
    }

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

    /** Whether two ids name the same Maven JVM, though the clock was set a little between. */
    static boolean areOfOneMaven(String run, String other) {
        Matcher one = OF_MAVEN.matcher(run);
        Matcher two = OF_MAVEN.matcher(other);
        return one.matches()
                && two.matches()
                && one.group(1).equals(two.group(1))
                && Math.abs(Long.parseLong(one.group(2)) - Long.parseLong(two.group(2))) <= CLOCK_STEP.toMillis();
    }

    /**
     * Whether a run of which no JVM lives can't go on: the Maven that may start another one is gone too, or, where the
     * run's id does not tell which that is, its log has not been touched for an hour.
     */
    static boolean isOver(String run, Path log) {
        Matcher matcher = OF_MAVEN.matcher(run);
        if (matcher.matches()) {
            return !Processes.isAlive(
                    Long.parseLong(matcher.group(1)), Instant.ofEpochMilli(Long.parseLong(matcher.group(2))));
        }
        Instant touched = Instant.ofEpochMilli(log.toFile().lastModified());
        return touched.isBefore(Instant.now().minus(UNTOUCHED));
    }

    /** Whether this run could be told by the Maven that runs it. */
    public static boolean isOfMaven(String run) {
        return OF_MAVEN.matcher(run).matches();
    }

    private static boolean isMaven(ProcessHandle process) {
        return process.info().commandLine().filter(line -> line.contains(MAVEN)).isPresent();
    }

    private static Optional<String> idOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).map(start -> process.pid() + "-" + start);
    }
}
