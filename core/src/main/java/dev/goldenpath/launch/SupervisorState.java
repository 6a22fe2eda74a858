package dev.goldenpath.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a supervisor tells of itself in a file, for those who look for it and for those who clean up after it.
 *
 * @param supervisor the supervisor's own process
 * @param port where it gives leases, on the loopback interface
 * @param key what a client has to show
 * @param processes those it has started, in their order, and then those that they have started
 */
record SupervisorState(ProcessMark supervisor, int port, String key, List<ProcessMark> processes) {

    SupervisorState {
        processes = List.copyOf(processes);
    }

    /** Empty when there is no such file. */
    static Optional<SupervisorState> read(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new SupervisorState(
                    ProcessMark.parse(lines.get(0)),
                    Integer.parseInt(lines.get(1)),
                    lines.get(2),
                    lines.stream().skip(3).map(ProcessMark::parse).toList()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IOException(file + " is not what a supervisor writes; remove it", e);
        }
    }

    /** Replaces the file as a whole, readable for its owner alone where the file system knows owners. */
    void write(Path file) throws IOException {
        // Made by createTempFile, which lets nobody else read; a key that is written first and hidden then was seen.
        Path written = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
        try {
            Files.write(
                    written,
                    Stream.concat(
                                    Stream.of(supervisor.toString(), Integer.toString(port), key),
                                    processes.stream().map(ProcessMark::toString))
                            .toList());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
