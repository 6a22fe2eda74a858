package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Fingerprint;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * The throwable that ended an attempt, as the log holds it.
 *
 * @param type name of its class
 * @param message absent where it had none
 * @param stackTrace as Java prints it
 * @param fingerprint what other runs of the same failure have, too; absent where the log does not tell
 * @since 0.1.0
 */
public record LoggedFailure(
        String type,
        @Nullable String message,
        String stackTrace,
        @Nullable String fingerprint) {

    static LoggedFailure of(Throwable throwable) {
        StringWriter stackTrace = new StringWriter();
        throwable.printStackTrace(new PrintWriter(stackTrace));
        return new LoggedFailure(
                throwable.getClass().getName(),
                throwable.getMessage(),
                stackTrace.toString(),
                Fingerprint.of(throwable));
    }

    /** Its message; the name of its class where it had none. */
    public String headline() {
        return message == null ? type : message;
    }
}
