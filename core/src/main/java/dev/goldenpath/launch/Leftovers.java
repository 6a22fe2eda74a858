package dev.goldenpath.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a supervisor leaves that was killed before it could end its processes. */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final Duration LAST_WAIT = Duration.ofMillis(500);
    private static final Duration LOCK = Duration.ofSeconds(10);
    private static final String STATE = ".state";

    private Leftovers() {}

    /** Ends them and removes the state. For the holder of its lock alone, who knows that the supervisor is gone. */
    static void end(Path state) throws IOException {
        Optional<SupervisorState> left = SupervisorState.read(state);
        if (left.isPresent()) {
            List<ProcessHandle> running = left.get().processes().stream()
                    .map(ProcessMark::find)
                    .flatMap(Optional::stream)
                    .toList();
            Ending.await(Ending.end(running, PATIENCE), LAST_WAIT);
            Files.deleteIfExists(state);
        }
    }

    /** Ends those of all supervisors of a run that are gone. */
    static void endAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> states = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + STATE)) {
            files.forEach(states::add);
        }
        for (Path state : states) {
            String name = state.getFileName().toString();
            Path lock = state.resolveSibling(name.substring(0, name.length() - STATE.length()) + ".lock");
            LockFile.holding(lock, LOCK, () -> {
                boolean isGone = SupervisorState.read(state)
                        .filter(left -> left.supervisor().find().isEmpty())
                        .isPresent();
                if (isGone) {
                    end(state);
                }
                return isGone;
            });
        }
    }
}
