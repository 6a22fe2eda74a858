package dev.goldenpath.auth;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.ReplayAnswer;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Step;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes one passing call again with the bad credentials of a case. */
final class MatrixTrial {
    private final CaseSelection selection;
    private final Clients clients;
    private final PassingCall call;
    private final Recording recording;
    private final Attempts attempts;

    /** A trial whose evidence goes to {@code recording}; may log the user in. */
    MatrixTrial(CaseSelection selection, Clients clients, PassingCall call, Recording recording) {
        this.selection = selection;
        this.clients = clients;
        this.call = call;
        this.recording = recording;
        this.attempts = new Attempts(selection, clients, Clock.systemUTC());
    }

    /**
     * Returns where all is refused, and nothing told.
     *
     * @param exceptions those of the case
     * @param sound whether the project's key is good, for cases that need it
     * @param said takes what is worth to be said of a refusal
     * @throws AssertionError where it is not
     * @throws NotTried when the case can't be tried
     * @throws ConfigurationException when the project's key is not good
     */
    void of(AuthCase tried, List<Accepts> exceptions, KeyTrial sound, Consumer<String> said) {
        String reason = selection.notTried().get(tried);
        if (reason != null) {
            throw new NotTried(reason);
        }
        if (tried.needsSigning()) {
            sound.require(selection.user().required("service"), () -> again(attempts.sound()));
        }
        RefusalCheck check = new RefusalCheck(
                tried,
                call,
                exceptions,
                new LeakSearch(clients.redaction(), names(), call.call().answer(), call.sent()));
        List<String> wrong = new ArrayList<>();
        for (Attempt attempt : attempts.of(tried)) {
            ReplayAnswer answer = again(attempt);
            if (PassingCall.isClosedAsRefused(answer)) {
                say(attempt.words() + " is accepted with 101, and the session closed with 1008 at once", said);
            }
            check.wrongWith(answer, attempt).ifPresent(wrong::add);
            if (check.isMissing(answer)) {
                requireThere(answer);
            }
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong));
        }
    }

    private ReplayAnswer again(Attempt attempt) {
        return call.call().replay(attempt.credentials(), recording);
    }

    /** What is not there any more, is there for nobody: such an answer to another says nothing. */
    private void requireThere(ReplayAnswer answer) {
        ReplayAnswer own =
                call.call().replay(clients.authorizer(selection.user().name()), recording);
        if (!PassingCall.isSuccess(own)) {
            throw new ConfigurationException(
                    "An exception declares the answer " + answer.status() + " to be right, but it says nothing: made "
                            + "again as " + call.user() + ", the call is not accepted either (" + own.description()
                            + "). Make a call that can be made twice.",
                    List.of());
        }
    }

    private void say(String words, Consumer<String> said) {
        recording.record(new Step(words, null, null), System.nanoTime());
        said.accept(words);
    }

    /** What services may know the user by. */
    private Set<String> names() {
        UserAccount user = selection.user();
        Set<String> names = new LinkedHashSet<>();
        user.username().ifPresent(names::add);
        if (user.identity() != null) {
            names.add(user.identity());
        }
        Stream.of("sub", "email", "preferred_username").map(attempts::claim).forEach(name -> {
            if (name instanceof String text) {
                names.add(text);
            }
        });
        return names;
    }
}
