package dev.goldenpath.jupiter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A project with the users {@code u1} to {@code u3} of an echo service and one pool of them, "free-tier". */
final class PoolYaml {
    private PoolYaml() {}

    /** @param pool as in {@code { users: [u1] }}, without a folder */
    static String of(EchoService service, Path folder, String pool) {
        return GoldenPathRun.yaml(service.url())
                .replace("ready-within: 10s", "ready-within: 60s")
                .replace("\nrevenue:", """

                    users:
                      u1: { service: echo, grant: name, username: one, password: "not-used-1" }
                      u2: { service: echo, grant: name, username: two, password: "not-used-2" }
                      u3: { service: echo, grant: name, username: three, password: "not-used-3" }
                    pools:
                      free-tier: %s
                revenue:""".formatted(pool.replace("{", "{ folder: '" + leases(folder) + "',")));
    }

    static Path leases(Path folder) {
        return folder.resolve("leases");
    }

    /** The files of the users that are leased now. */
    static List<Path> held(Path folder) {
        try (Stream<Path> files = Files.list(leases(folder))) {
            return files.filter(file -> file.toString().endsWith(".lease")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
