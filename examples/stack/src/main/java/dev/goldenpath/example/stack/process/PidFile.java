package dev.goldenpath.example.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of a stack's processes in its data directory, so that a survivor can end the others after the launcher was
 * killed. Thread-safe within one process; only the launcher writes.
 */
public final class PidFile {
    private static final String FILE_NAME = "stack.pid";

    private final Path file;

    public PidFile(Path dataDirectory) {
        this.file = dataDirectory.resolve(FILE_NAME);
    }

    /** Appends a process; one that has already ended is left out. */
    public synchronized void add(String name, ProcessHandle process) throws IOException {
        List<ProcessRecord> records = new ArrayList<>(read());
        ProcessRecord.of(name, process).ifPresent(records::add);
        // A reader must never see half a file: it decides by it what to kill.
        Path complete = file.resolveSibling(FILE_NAME + ".new");
        Files.write(complete, records.stream().map(ProcessRecord::line).toList());
        Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns the recorded processes in the order of their start; none if there is no file. */
    public synchronized List<ProcessRecord> read() throws IOException {
        try {
            return Files.readAllLines(file).stream().map(ProcessRecord::parse).toList();
        } catch (NoSuchFileException absent) {
            return List.of();
        }
    }

    /** Forgets all processes; of several that try at the same time, true for one only. */
    public synchronized boolean delete() throws IOException {
        return Files.deleteIfExists(file);
    }
}
