package dev.goldenpath.auth;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.Recording;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the tests of one matrix share: they may run in parallel, and each of them alone. Thread-safe. */
final class MatrixTemplate {
    private static final String RULE = "auth-matrix";

    private final AuthMatrix options;
    private final List<Accepts> exceptions;
    private final KeyTrial sound = new KeyTrial();
    private volatile boolean callFailed;

    /**
     * A matrix of which no test has run yet.
     *
     * @throws ConfigurationException when an exception gives no reason
     */
    MatrixTemplate(AuthMatrix options, List<Accepts> exceptions) {
        this.options = options;
        this.exceptions = List.copyOf(exceptions);
        for (Accepts each : exceptions) {
            if (each.because().isBlank()) {
                throw new ConfigurationException(
                        "@Accepts(value = AuthCase." + each.value() + ", status = " + each.status()
                                + ") does not say why. Write it in 'because'.",
                        List.of());
            }
        }
    }

    /**
     * The cases that can be tried as one of these users, in their order; makes no call.
     *
     * @throws ConfigurationException when one of them, or the other user, is not declared
     */
    Set<AuthCase> cases(Environment environment, Set<String> users) {
        Set<AuthCase> cases = EnumSet.noneOf(AuthCase.class);
        for (String user : users) {
            CaseSelection selection = selection(environment, user);
            EnumSet.allOf(AuthCase.class).stream().filter(selection::tries).forEach(cases::add);
        }
        return cases;
    }

    private CaseSelection selection(Environment environment, String user) {
        return CaseSelection.of(environment, user, options.anotherUser(), options.opaqueToken());
    }

    /** The call itself did not pass, so that no case needs to be tried. */
    void callFailed() {
        callFailed = true;
    }

    /**
     * Returns where a case may be worth its trial.
     *
     * @throws NotTried when the call itself did not pass
     */
    void requireCall() {
        if (callFailed) {
            throw new NotTried("the call itself did not pass");
        }
    }

    /**
     * Tells which cases are not tried for the call, and why.
     *
     * @param said takes each sentence
     * @throws ConfigurationException when what is said of the token is wrong
     */
    void tellNotTried(PassingCall call, Clients clients, Recording recording, Consumer<String> said) {
        CaseSelection selection = selection(clients.environment(), call.user());
        if (options.opaqueToken() && new Attempts(selection, clients, Clock.systemUTC()).areOfJwt()) {
            throw new ConfigurationException(
                    "@AuthMatrix(opaqueToken = true) is wrong: the token of " + call.user()
                            + " is a JSON Web Token. Leave opaqueToken out.",
                    List.of());
        }
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        selection
                .notTried()
                .forEach((each, reason) -> reasons.merge(reason, List.of(each.words()), MatrixTemplate::joined));
        reasons.forEach((reason, cases) -> {
            String words =
                    "Not tried on " + call.call().description() + ": " + String.join(", ", cases) + " (" + reason + ")";
            recording.find(Finding.inTraffic(
                    RULE, Effect.WARNING, words, "Declare what is missing, or know that this is not tested."));
            said.accept(words);
        });
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Tries a case, as {@link MatrixTrial#of} does. */
    void attempt(AuthCase tried, PassingCall call, Clients clients, Recording recording, Consumer<String> said) {
        CaseSelection selection = selection(clients.environment(), call.user());
        List<Accepts> ofCase =
                exceptions.stream().filter(each -> each.value() == tried).toList();
        new MatrixTrial(selection, clients, call, recording).of(tried, ofCase, sound, said);
    }
}
