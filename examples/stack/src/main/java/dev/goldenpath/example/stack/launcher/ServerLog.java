package dev.goldenpath.example.stack.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file a server writes its messages to.
 *
 * @param file may not exist yet
 */
record ServerLog(Path file) {
    private static final int LAST_LINES = 5;

    void receiveFrom(ProcessBuilder command) {
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()));
    }

    /** Returns the last lines, each indented, for the message about a failure. */
    String tail() {
        try {
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            return String.join("", last.stream().map(line -> "\n    " + line).toList());
        } catch (IOException unreadable) {
            return "\n    (" + file + " cannot be read)";
        }
    }
}
