package dev.goldenpath.users;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A project with the users {@code u1} … of one service, and pools of them that share the folder {@code leases}. */
final class PoolScene {
    private static final int USERS = 5;

    private final Path folder;

    PoolScene(Path folder) {
        this.folder = folder;
    }

    /** Where the leases are. */
    Path leases() {
        return folder.resolve("leases");
    }

    /** The lease files that are there. */
    List<Path> held() {
        try (Stream<Path> files = Files.list(leases())) {
            return files.filter(file -> file.toString().endsWith(".lease")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pools, each as {@code name: { users: [u1], … }} without a folder, of one environment. */
    Environment environment(String... pools) {
        return at("http://127.0.0.1:1", pools);
    }

    Environment at(String url, String... pools) {
        String users = IntStream.rangeClosed(1, USERS)
                .mapToObj(i ->
                        "      u%d: { service: shop, grant: name, username: user-%d, password: p }\n".formatted(i, i))
                .collect(Collectors.joining());
        String all = Stream.of(pools)
                .map(pool -> "      " + pool.replace("{", "{ folder: '" + leases() + "',") + "\n")
                .collect(Collectors.joining());
        return new Project(folder)
                .yaml("environments:\n  local:\n    services: { shop: { url: '" + url + "' } }\n    users:\n" + users
                        + "    pools:\n" + all)
                .load();
    }
}
