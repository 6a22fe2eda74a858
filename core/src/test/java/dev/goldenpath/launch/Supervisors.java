package dev.goldenpath.launch;

import dev.goldenpath.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The supervisors of a run's folder. */
public final class Supervisors {
    private Supervisors() {}

    /** Ends them all with their processes, without the grace they would give. */
    public static void end(Path run) {
        for (SupervisorState state : states(run)) {
            state.supervisor().find().ifPresent(ProcessHandle::destroy);
            Stream.concat(Stream.of(state.supervisor()), state.processes().stream())
                    .forEach(process -> Waiting.until(() -> process.find().isEmpty()));
        }
    }

    static List<SupervisorState> states(Path run) {
        return files(run, "", ".state").stream()
                .map(Supervisors::read)
                .flatMap(Optional::stream)
                .toList();
    }

    static List<Path> files(Path run, String start, String end) {
        if (!Files.exists(run)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start)
                            && file.getFileName().toString().endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<SupervisorState> read(Path file) {
        try {
            return SupervisorState.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
