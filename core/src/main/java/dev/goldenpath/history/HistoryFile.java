package dev.goldenpath.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads a history from its file, and writes it there. */
final class HistoryFile {
    private final Path file;
    private final List<HistoryRun> runs = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean known;

    private HistoryFile(Path file) {
        this.file = file;
    }

    static History read(Path file) throws IOException {
        HistoryFile read = new HistoryFile(file);
        // Not Files.lines, which fails as a whole where one line is not UTF-8.
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return History.EMPTY;
        } catch (IOException e) {
            // The message of most says either which file it is, or what is wrong with it.
            throw new IOException(file + " can't be read: " + e, e);
        }
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                read.line(number, line);
            }
        }
        if (!read.known && !read.problems.isEmpty()) {
            // To leave out all of it, and write over it later, would be the end of somebody's file.
            throw new IOException(
                    file + " is no history: none of its lines is one of a run. Name another file, or remove this one.");
        }
        return History.of(read.runs, read.problems);
    }

    private void line(int number, String line) throws IOException {
        known |= line.startsWith(HistoryLine.BEGIN);
        try {
            runs.add(HistoryLine.read(line));
        } catch (UnknownFormatException e) {
            throw new IOException(
                    file + ":" + number + " is of the format '" + e.format() + "', and this version reads '"
                            + HistoryLine.FORMAT + "'. Use the version of Golden Path that wrote it, or another file.",
                    e);
        } catch (IllegalArgumentException e) {
            problems.add(file + ":" + number + " was left out: " + e.getMessage() + ".");
        }
    }

    /** A reader sees the old file or the new one, and never half of one. */
    static void write(History history, Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        for (HistoryRun run : history.runs()) {
            text.append(HistoryLine.of(run)).append('\n');
        }
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        // Not a temporary file, which nobody but this user may read: the next job of CI may be another.
        Path part = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.writeString(part, text);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
