package dev.goldenpath.runlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Logs without copies of them: each JVM counts once, whatever a copy of its log is called.
 *
 * @param logs in their order
 * @param clash why it is not plain which ones count, for two may be a log and a part of it; absent where it is
 */
record DistinctLogs(List<Path> logs, @Nullable String clash) {

    /** Copies the list. */
    DistinctLogs {
        logs = List.copyOf(logs);
    }

    static DistinctLogs of(List<Path> all) throws IOException {
        Map<String, Path> byLine = new HashMap<>();
        Map<String, Path> byName = new HashMap<>();
        List<Path> distinct = new ArrayList<>();
        String clash = null;
        for (Path log : all) {
            String name = String.valueOf(log.getFileName());
            Optional<String> line = FirstLine.of(log);
            Path same = line.isPresent() ? byLine.putIfAbsent(line.get(), log) : null;
            Path namesake = byName.putIfAbsent(name, log);
            if (same != null) {
                clash = differ(same, log) ? same + " and " + log + " begin alike and differ" : clash;
            } else if (namesake == null
                    || (line.isPresent() && FirstLine.of(namesake).isPresent())) {
                distinct.add(log);
            } else {
                clash = differ(namesake, log) ? namesake + " and " + log + " have one name and differ" : clash;
            }
        }
        return new DistinctLogs(
                distinct, clash == null ? null : clash + ". A log must count once: remove the one that is not whole.");
    }

    /**
     * The logs.
     *
     * @throws IOException when it is not plain which ones count
     */
    List<Path> plain() throws IOException {
        if (clash != null) {
            throw new IOException(clash);
        }
        return logs;
    }

    private static boolean differ(Path log, Path other) throws IOException {
        return Files.mismatch(log, other) >= 0;
    }
}
