package dev.goldenpath.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What two runs of one failure have in common: its type, its message without what changes from run to run, the place in
 * the author's code it came from, and type and message of its root cause. Stateless.
 *
 * @since 0.1.0
 */
public final class Fingerprint {
    private static final int DIGITS = 16;
    /** Causes may go in a circle. */
    private static final int CAUSES = 50;

    private static final Pattern NOT_THE_AUTHORS = Pattern.compile("(java|javax|jdk|sun|com\\.sun|org\\.junit"
            + "|org\\.opentest4j|org\\.assertj|org\\.apache\\.maven|org\\.gradle|worker\\.org\\.gradle"
            + "|dev\\.goldenpath\\.(evidence|priority|environment|client|launch|http|policy|witness|readiness|users"
            + "|verdict|cause|runlog|compare|report|jupiter|auth|websocket))\\..*");
    private static final Pattern LAMBDA_NUMBER = Pattern.compile("(lambda\\$.*)\\$\\d+");

    private Fingerprint() {}

    /** The fingerprint of {@code failure}: 16 hexadecimal digits. Line numbers are not in it. */
    public static String of(Throwable failure) {
        List<Throwable> chain = chain(failure);
        Throwable root = chain.get(chain.size() - 1);
        String text = String.join(
                "\n",
                failure.getClass().getName(),
                message(failure),
                chain.stream()
                        .flatMap(throwable -> place(throwable).stream())
                        .findFirst()
                        .orElse(""),
                chain.size() == 1 ? "" : root.getClass().getName() + message(root));
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>(List.of(failure));
        for (Throwable cause = failure.getCause(); cause != null && chain.size() < CAUSES; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    private static String message(Throwable throwable) {
        String message = throwable.getMessage();
        return message == null ? "" : SteadyMessage.of(message);
    }

    /** The first frame of the author's. A line's number is left out, for it moves with every edit above it. */
    private static Optional<String> place(Throwable throwable) {
        return Stream.of(throwable.getStackTrace())
                .filter(frame -> !NOT_THE_AUTHORS.matcher(frame.getClassName()).matches())
                .findFirst()
                .map(frame -> frame.getClassName().replaceFirst("\\$\\$Lambda.*", "") + "."
                        + LAMBDA_NUMBER.matcher(frame.getMethodName()).replaceFirst("$1"));
    }
}
