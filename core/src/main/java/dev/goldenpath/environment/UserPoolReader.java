package dev.goldenpath.environment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the pools of test users. */
final class UserPoolReader {
    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(60);
    private static final Duration DEFAULT_EXPIRY = Duration.ofSeconds(30);
    private static final Duration SHORTEST_EXPIRY = Duration.ofSeconds(1);
    private static final String USERS = "users";

    private final Path workingDirectory;
    private final List<String> declared;

    private UserPoolReader(Path workingDirectory, List<String> declared) {
        this.workingDirectory = workingDirectory;
        this.declared = declared;
    }

    /** The pools by name, in the order of the file; a folder that is not absolute starts at the working directory. */
    static Map<String, UserPool> read(Section environment, Path workingDirectory) {
        UserPoolReader reader =
                new UserPoolReader(workingDirectory, environment.section(USERS).names());
        Section section = environment.section("pools");
        Map<String, UserPool> pools = new LinkedHashMap<>();
        for (String name : section.names()) {
            pools.put(name, reader.pool(name, section.section(name)));
        }
        return pools;
    }

    private UserPool pool(String name, Section section) {
        UserPool pool = new UserPool(
                name,
                users(section),
                section.parsed("wait", Values::duration).orElse(DEFAULT_PATIENCE),
                section.parsed("expiry", UserPoolReader::expiry).orElse(DEFAULT_EXPIRY),
                section.text("folder")
                        .map(folder -> workingDirectory.resolve(folder.value()))
                        .orElseGet(UserPoolReader::defaultFolder),
                section.origin());
        section.finish();
        return pool;
    }

    private List<String> users(Section section) {
        if (!section.has(USERS)) {
            section.requiredText(USERS);
        }
        if (section.node(USERS).filter(UserPoolReader::isEmptyList).isPresent()) {
            section.problem(USERS, "lists no user", "List at least one of those that are declared under users.");
        }
        Set<String> users = new LinkedHashSet<>();
        for (Setting user : section.texts(USERS)) {
            section.parsed(user, this::declared)
                    .filter(name -> !users.add(name))
                    .ifPresent(name -> section.repeated(user));
        }
        return List.copyOf(users);
    }

    private static boolean isEmptyList(Node node) {
        return node instanceof SequenceNode sequence && sequence.getValue().isEmpty();
    }

    private String declared(String name) {
        if (!declared.contains(name)) {
            throw new IllegalArgumentException("is no declared user" + Closest.hint(name, declared));
        }
        return name;
    }

    private static Duration expiry(String text) {
        Duration expiry = Values.duration(text);
        if (expiry.compareTo(SHORTEST_EXPIRY) < 0) {
            throw new IllegalArgumentException("must be at least 1s");
        }
        return expiry;
    }

    /** The same for all builds of one user of this machine, and another one for each of its users. */
    private static Path defaultFolder() {
        String owner = System.getProperty("user.name", "").replaceAll("[^\\w.-]", "_");
        return Path.of(System.getProperty("java.io.tmpdir"), "goldenpath-leases-" + owner);
    }
}
