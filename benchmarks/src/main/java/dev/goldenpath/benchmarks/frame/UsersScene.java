package dev.goldenpath.benchmarks.frame;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.evidence.EvidenceSink;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.users.Journey;
import dev.goldenpath.users.UserLease;
import dev.goldenpath.users.UserPools;
import dev.goldenpath.users.UsersFailedError;
import dev.goldenpath.users.UsersResult;
import dev.goldenpath.users.VirtualUsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Some services and one test with many users of them, put together as in a real run but without JUnit. */
public final class UsersScene implements AutoCloseable {
    private static final String POOL = "crowd";

    private final RunClock clock = RunClock.start(Clock.systemUTC());
    private final Redaction redaction = new Redaction();
    private final Recording recording;
    private final UserPools pools;
    private final Clients clients;
    private final VirtualUsers users;

    /**
     * Users who have called nothing yet.
     *
     * @param folder where its configuration and its leases may be written
     * @param services by name, each with its keys as in the configuration: {@code { url: '…' }}
     * @param tokens of each user one
     * @param sink where the evidence of all of them goes
     */
    public UsersScene(Path folder, Map<String, String> services, List<String> tokens, EvidenceSink sink)
            throws IOException {
        Ledger ledger = new Ledger(clock, List.of(sink));
        recording = ledger.ofTest("[engine:junit-jupiter]/[class:a.Test]/[method:crowd()]", 1);
        recording.enter(Phase.TEST);
        Files.writeString(folder.resolve("goldenpath.yaml"), yaml(folder, services, tokens));
        Environment environment = new EnvironmentLoader(Map.of(), Map.of(), folder).load(null);
        pools = new UserPools(environment);
        clients = new Clients(environment, redaction, ledger.ofRun(Phase.PROBE));
        List<UserLease> leases = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            leases.add(pools.lease(POOL, "benchmark"));
        }
        users = VirtualUsers.of(clients, leases, recording, Runnable::run, remark -> {});
    }

    private static String yaml(Path folder, Map<String, String> services, List<String> tokens) {
        StringBuilder yaml = new StringBuilder("environments:\n  benchmark:\n    services:\n");
        services.forEach((name, keys) -> yaml.append("      " + name + ": " + keys + "\n"));
        String first = services.keySet().iterator().next();
        yaml.append("    users:\n");
        List<String> names = new ArrayList<>();
        for (String token : tokens) {
            String name = "u" + (names.size() + 1);
            names.add(name);
            yaml.append("      " + name + ": { service: " + first + ", grant: token, username: " + name + ", token: '"
                    + token + "' }\n");
        }
        return yaml.append("    pools:\n      " + POOL + ": { folder: '" + folder.resolve("leases") + "', users: "
                        + names.stream().collect(Collectors.joining(", ", "[", "]")) + " }\n")
                .toString();
    }

    /**
     * Has all users do the same at once.
     *
     * @throws IOException when the library finds anything wrong with that
     */
    public UsersResult together(Duration limit, Journey journey) throws IOException {
        try {
            return users.within(limit).together(journey);
        } catch (UsersFailedError e) {
            throw new IOException("The users have not done their work.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the users were at work.", e);
        }
    }

    /** Where their evidence goes. */
    public Recording recording() {
        return recording;
    }

    /** The clock of their run. */
    public RunClock clock() {
        return clock;
    }

    /** The secrets of their run. */
    public Redaction redaction() {
        return redaction;
    }

    @Override
    public void close() {
        clients.close();
        pools.close();
    }
}
