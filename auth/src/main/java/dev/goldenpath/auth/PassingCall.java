package dev.goldenpath.auth;

import dev.goldenpath.client.ReplayAnswer;
import dev.goldenpath.client.Replayable;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one call that a test has made and seen pass.
 *
 * @param call can be made again
 * @param user as whom it was made
 * @param sent its url and body, as far as they are on record
 */
record PassingCall(Replayable call, String user, String sent) {
    private static final int POLICY_VIOLATION = 1008;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int NO_SUCCESS = 400;

    /**
     * The call among those that were told while the test ran.
     *
     * @param test the name of its method
     * @throws ConfigurationException when it is not one, not a declared user's, or was not answered with a success
     */
    static PassingCall of(List<Replayable> calls, String test, Recording recording) {
        if (calls.isEmpty()) {
            throw unfit(
                    test,
                    "makes no call that is answered. Make the one that is to be refused in the test's method itself.");
        }
        if (calls.size() > 1) {
            throw unfit(
                    test,
                    "makes " + calls.size() + " calls: "
                            + calls.stream().map(Replayable::description).collect(Collectors.joining(", "))
                            + "; move the others into @BeforeEach.");
        }
        Replayable call = calls.get(0);
        String user = call.user()
                .orElseThrow(() -> unfit(
                        test,
                        "makes its call as nobody (" + call.description()
                                + "), so there is nothing to refuse. Inject its client with @AsUser."));
        if (!isSuccess(call.answer())) {
            throw unfit(
                    test,
                    "makes a call that the service does not accept even as " + user + " ("
                            + call.answer().description() + "). Make one that it does.");
        }
        return new PassingCall(call, user, sent(recording));
    }

    private static ConfigurationException unfit(String test, String why) {
        return new ConfigurationException(
                "@AuthMatrix makes the one call of a test again, and " + test + " " + why, List.of());
    }

    /** Whether the service did what it was asked for. */
    static boolean isSuccess(ReplayAnswer answer) {
        return answer.status() < NO_SUCCESS && !isClosedAsRefused(answer);
    }

    /** Whether it is a handshake that was accepted only to say that it is refused. */
    static boolean isClosedAsRefused(ReplayAnswer answer) {
        Integer code = answer.closeCode();
        return answer.status() == SWITCHING_PROTOCOLS && code != null && code == POLICY_VIOLATION;
    }

    private static String sent(Recording recording) {
        return recording.latest().stream()
                .map(RecordedEvidence::evidence)
                .flatMap(PassingCall::texts)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(Evidence evidence) {
        if (!(evidence instanceof HttpExchange exchange)) {
            return Stream.of();
        }
        String body =
                exchange.requestBody() == null ? null : exchange.requestBody().text();
        return Stream.concat(Stream.of(exchange.url()), Stream.ofNullable(body));
    }
}
