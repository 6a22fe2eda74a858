package dev.goldenpath.users;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What this machine is called, for people who look for the holder of a lease. Asks no name server. */
final class HostName {
    private HostName() {}

    static String ofThisMachine() {
        return of(Path.of("/proc/sys/kernel/hostname"), System.getenv());
    }

    /** As the system says, else as a variable does. */
    static String of(Path told, Map<String, String> variables) {
        return Stream.concat(
                        read(told).stream(),
                        Stream.of("HOSTNAME", "COMPUTERNAME").flatMap(name -> Stream.ofNullable(variables.get(name))))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("a machine without a name");
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
