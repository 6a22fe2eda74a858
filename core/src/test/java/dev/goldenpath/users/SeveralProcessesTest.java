package dev.goldenpath.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many JVMs lease from one pool, and some are killed: never two hold one user, and every user comes back. */
class SeveralProcessesTest {
    private static final int PROCESSES = Integer.getInteger("leases.processes", 3);
    private static final int CYCLES = Integer.getInteger("leases.cycles", 60);
    /** Fewer than processes, so that they have to wait for each other; one in three is killed. */
    private static final int USERS = PROCESSES * 5 / 8 + (PROCESSES % 8 == 0 ? 0 : 1);

    private static final int EACH = CYCLES / PROCESSES;
    private static final int VICTIMS = (PROCESSES + 1) / 3;
    private static final int BEFORE_DEATH = EACH / 3;

    @TempDir
    private Path folder;

    private final List<Leaser> started = new ArrayList<>();
    private final List<Path> journals = new ArrayList<>();

    @AfterEach
    void killAll() {
        started.forEach(Leaser::close);
    }

    @Test
    void neverTwoHoldOneUserAndEveryUserComesBack() throws Exception {
        PoolScene scene = new PoolScene(folder);
        String users = IntStream.rangeClosed(1, USERS).mapToObj(i -> "u" + i).collect(Collectors.joining(", "));
        var environment = scene.environment("free: { users: [" + users + "], wait: 5m, expiry: 1s }");
        Files.createDirectories(folder.resolve("proofs"));
        List<Leaser> victims = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            boolean holdsUntilKilled = i < VICTIMS && i % 2 == 0;
            Leaser leaser = start("first-" + i, EACH, holdsUntilKilled ? BEFORE_DEATH : -1);
            if (i < VICTIMS) {
                victims.add(leaser);
            }
        }
        for (int i = 0; i < VICTIMS; i++) {
            kill(i, victims.get(i));
            start("second-" + i, EACH - count(journal("first-" + i), "give"), -1);
        }
        for (Leaser leaser : started) {
            if (!victims.contains(leaser)) {
                assertThat(leaser.end()).isZero();
            }
        }

        List<String[]> entries = entries();
        assertThat(entries.stream().filter(entry -> entry[1].matches("give|lost")))
                .hasSizeGreaterThanOrEqualTo(EACH * PROCESSES - VICTIMS);
        assertThat(unexplained(entries)).isEmpty();
        assertThat(entries.stream().filter(entry -> entry[1].equals("take")).map(entry -> entry[3]))
                .contains(users.split(", "));
        try (UserPools pools = new UserPools(environment)) {
            Set<String> all = IntStream.range(0, USERS)
                    .mapToObj(i -> pools.lease("free", "the end").user())
                    .collect(Collectors.toSet());
            assertThat(all).hasSize(USERS);
        }
        assertThat(scene.held()).isEmpty();
    }

    @Test
    void theProofFindsTwoHoldersWhoGoByDifferentFolders() throws IOException {
        PoolScene scene = new PoolScene(folder);
        scene.environment("free: { users: [u1] }");
        Files.createDirectories(folder.resolve("proofs"));
        Leaser other = start("other", 1, 0);
        assertThat(other.says()).isEqualTo("holds u1");
        PoolScene elsewhere = new PoolScene(Files.createDirectory(folder.resolve("elsewhere")));
        try (UserPools pools = new UserPools(elsewhere.environment("free: { users: [u1] }"))) {
            Path journal = journal("own");
            journals.add(journal);
            new ProvedCycles(pools, folder.resolve("proofs"), journal).run(1, -1);
        }
        assertThat(unexplained(entries()))
                .singleElement()
                .asString()
                .endsWith(" conflict " + ProcessHandle.current().pid() + "-0 u1 " + other.pid() + "-0");
    }

    /** One while it holds a user, the next one wherever it is. */
    private void kill(int number, Leaser victim) {
        if (number % 2 == 0) {
            assertThat(victim.says()).startsWith("holds ");
        } else {
            Waiting.until(() -> count(journal("first-" + number), "take") >= BEFORE_DEATH);
        }
        victim.kill();
    }

    private Leaser start(String name, int cycles, int holding) {
        Path journal = journal(name);
        journals.add(journal);
        Leaser leaser = Leaser.start(folder, journal.toString(), "" + cycles, "" + holding);
        started.add(leaser);
        return leaser;
    }

    private Path journal(String name) {
        return folder.resolve(name + ".journal");
    }

    /** Conflicts with somebody who does not say himself that his lease was lost, as one that was held up for too long must. */
    private static List<String> unexplained(List<String[]> entries) {
        Set<String> lost = entries.stream()
                .filter(entry -> entry[1].equals("lost"))
                .map(entry -> entry[2])
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> entry[1].equals("conflict"))
                .filter(entry -> !lost.contains(entry[4]) && !lost.contains(entry[2] + "-unproved"))
                .map(entry -> String.join(" ", entry))
                .toList();
    }

    /** All lines that are whole, each in its words: time, what, tag, user. */
    private List<String[]> entries() {
        return journals.stream()
                .flatMap(SeveralProcessesTest::lines)
                .map(line -> line.split(" ", -1))
                .filter(entry -> entry.length >= 4)
                .toList();
    }

    private static int count(Path journal, String what) {
        return (int)
                lines(journal).filter(line -> line.contains(" " + what + " ")).count();
    }

    private static Stream<String> lines(Path journal) {
        try {
            return Files.exists(journal) ? Files.readAllLines(journal).stream() : Stream.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
