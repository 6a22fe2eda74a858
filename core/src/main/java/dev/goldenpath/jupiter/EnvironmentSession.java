package dev.goldenpath.jupiter;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.evidence.Answer;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.policy.CodePolicy;
import dev.goldenpath.readiness.IdentityAnswer;
import dev.goldenpath.readiness.IdentityAnswer.Outcome;
import dev.goldenpath.readiness.IdentityCheck;
import dev.goldenpath.readiness.ReadinessGate;
import dev.goldenpath.users.UserPools;
import dev.goldenpath.verdict.ForeignPeers;
import dev.goldenpath.verdict.GradeLimits;
import dev.goldenpath.verdict.KnownFailures;
import dev.goldenpath.verdict.PassClaim;
import dev.goldenpath.verdict.Testimony;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One environment in use: its clients and the users they may have to themselves, the gate before them, and the policy
 * over the code that calls them, and what is known of its failures.
 */
record EnvironmentSession(
        Environment environment,
        Clients clients,
        UserPools pools,
        ReadinessGate gate,
        CodePolicy policy,
        IdentityCheck identities,
        KnownFailures known)
        implements AutoCloseable {

    /** The review of a test that has passed; may ask the services who the test's users are. */
    PassReview review(TestRun run, ExtensionContext test, RunSession session) {
        List<Class<?>> classes = TestClasses.of(test);
        Recording recording = run.recording();
        Set<Answer> answers = recording.answerers();
        claimMessages(run, answers);
        List<Fact> objections = new ArrayList<>();
        // Once for each peer, for each look is one at all sockets there are.
        Map<String, Answer> byPeer = new LinkedHashMap<>();
        answers.stream().filter(answer -> answer.peer() != null).forEach(answer -> byPeer.put(answer.peer(), answer));
        byPeer.forEach((peer, answer) -> answer.peerAddress()
                .filter(session.localPeers()::servedHere)
                .ifPresent(address -> objections.add(Testimony.servedHere(peer))));
        Map<Answer, IdentityAnswer> identified = new IdentityRound(identities, environment).of(answers);
        identified.values().stream()
                .filter(IdentityAnswer::isAgainst)
                .map(IdentityAnswer::words)
                .distinct()
                .forEach(words -> objections.add(Fact.of("identity", words)));
        objections.addAll(LeasedUsers.lost(test, answers));
        PassClaim claim = new PassClaim(
                recording,
                TestClasses.atLeast(classes),
                policy.of(classes.get(0), TestClasses.methodOf(test)),
                objections,
                GradeLimits.of(
                        answers,
                        environment,
                        gate.revisions().keySet(),
                        answer ->
                                Stream.concat(gap(identified.get(answer)), clients.peers().obscures(answer).stream())));
        return new PassReview(
                claim,
                run.watch(),
                session.setUps().of(recording.test().orElseThrow()),
                new ForeignPeers(environment.peers().undeclaredHosts()),
                Stream.concat(gate.degradations(run.needs()).stream(), run.remarks().stream())
                        .toList());
    }

    /** Nobody but the test's own record tells which of a peer's bytes are whose: messages come on threads of their own. */
    private static void claimMessages(TestRun run, Set<Answer> answers) {
        run.recording()
                .messages()
                .forEach((service, bytes) -> answers.stream()
                        .filter(answer -> answer.service().equals(service))
                        .flatMap(answer -> Stream.ofNullable(answer.peer()))
                        .findFirst()
                        .ifPresent(peer -> run.watch().claim(peer, bytes.sent(), bytes.received())));
    }

    private static Stream<String> gap(@Nullable IdentityAnswer answer) {
        return Stream.ofNullable(answer)
                .filter(known -> known.outcome() != Outcome.CONFIRMED)
                .map(IdentityAnswer::words);
    }

    @Override
    public void close() {
        // The other way round: the clients first, the processes last.
        try (gate;
                pools;
                clients) {
            gate.end();
        }
    }
}
