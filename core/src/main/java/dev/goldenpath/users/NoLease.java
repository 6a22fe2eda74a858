package dev.goldenpath.users;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.UserPool;
import dev.goldenpath.evidence.Fact;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Why a user could not be leased. Stateless. */
final class NoLease {
    private NoLease() {}

    static ConfigurationException exhausted(UserPool pool, String forWhom) {
        return new ConfigurationException(
                "Pool '" + pool.name() + "' (" + pool.origin() + ") has no user left for " + forWhom
                        + ": it, or what it is part of, holds all of them already: "
                        + pool.users().stream().collect(Collectors.joining(", "))
                        + ". Add users to the pool, or let one test play fewer roles.",
                List.of());
    }

    static ConfigurationException unusable(UserPool pool, IOException e) {
        return new ConfigurationException(
                "The leases of pool '" + pool.name() + "' (" + pool.origin() + ") can't be kept in "
                        + pool.folder().toAbsolutePath() + ": " + e
                        + ". Let this user read and write there, or name another 'folder' for the pool.",
                List.of());
    }

    static EnvironmentNotReadyException noTurn(UserPool pool, Duration limit, IOException held) {
        return new EnvironmentNotReadyException(
                "Several users of pool '" + pool.name() + "' could not be leased within " + Words.of(limit)
                        + ": others who lease several had their turn.",
                List.of(
                        Fact.of("lock", String.valueOf(held.getMessage())),
                        Fact.of(
                                "what to do",
                                "Add users to the pool (" + pool.origin()
                                        + "), raise its 'wait', or have fewer tests with many users run at once.")));
    }

    static EnvironmentNotReadyException notFree(UserPool pool, List<Fact> holders) {
        List<Fact> facts = new ArrayList<>(holders);
        facts.add(Fact.of(
                "what to do",
                "Add users to the pool (" + pool.origin()
                        + "), raise its 'wait', or end what holds them. What was killed"
                        + " gives its user back by itself, once its lease has expired."));
        return new EnvironmentNotReadyException(
                "No user of pool '" + pool.name() + "' was free within " + Words.of(pool.patience()) + ".", facts);
    }

    static EnvironmentNotReadyException locked(UserPool pool, IOException held) {
        return new EnvironmentNotReadyException(
                "No user of pool '" + pool.name() + "' could be looked for within " + Words.of(pool.patience()) + ".",
                List.of(
                        Fact.of("lock", String.valueOf(held.getMessage())),
                        Fact.of(
                                "what to do",
                                "End what holds the lock, which takes a moment only, or raise 'wait' of the pool ("
                                        + pool.origin()
                                        + "). Where nothing does, its folder may be on a file system that "
                                        + "keeps no file locks: name another 'folder'.")));
    }

    static EnvironmentNotReadyException interrupted(UserPool pool) {
        return new EnvironmentNotReadyException(
                "The wait for a user of pool '" + pool.name() + "' was interrupted.", List.of());
    }
}
