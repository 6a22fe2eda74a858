package dev.goldenpath.launch;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.PortSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Free ports that are chosen once for all JVMs of a run, and kept in a file. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SharedPorts implements PortSource {
    private static final Pattern PORT = Pattern.compile("(\\d{1,5}) (.*)");
    private static final Duration LOCK = Duration.ofSeconds(60);

    private final Path folder;
    private final PortSource free = PortSource.free();

    /**
     * The ports of a run.
     *
     * @param folder what the JVMs of the run have in common
     */
    public SharedPorts(Path folder) {
        this.folder = folder;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ConfigurationException when they can't be kept
     */
    @Override
    public Map<String, Integer> choose(String environment, Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Path file = LaunchPlace.ports(folder, environment);
        try {
            return LockFile.holding(
                    file.resolveSibling(file.getFileName() + ".lock"), LOCK, () -> choose(file, environment, names));
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The ports of environment '" + environment + "' can't be shared by " + file + ": " + e, List.of());
        }
    }

    private Map<String, Integer> choose(Path file, String environment, Collection<String> names) throws IOException {
        Map<String, Integer> known = Files.exists(file) ? read(file) : new LinkedHashMap<>();
        List<String> missing = new ArrayList<>(names);
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            Map<String, Integer> chosen = free.choose(environment, missing);
            while (chosen.values().stream().anyMatch(known::containsValue)) {
                chosen = free.choose(environment, missing);
            }
            known.putAll(chosen);
            Files.write(
                    file,
                    known.entrySet().stream()
                            .map(port -> port.getValue() + " " + port.getKey())
                            .toList());
        }
        known.keySet().retainAll(names);
        return known;
    }

    private static Map<String, Integer> read(Path file) throws IOException {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            Matcher port = PORT.matcher(line);
            if (!port.matches()) {
                throw new IOException("'" + line + "' is no port and name; remove the file");
            }
            ports.put(port.group(2), Integer.valueOf(port.group(1)));
        }
        return ports;
    }
}
