package dev.goldenpath.readiness;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** Why no connection came about. */
final class ConnectWords {
    private ConnectWords() {}

    static String of(IOException thrown) {
        if (thrown instanceof UnknownHostException) {
            return "unknown host";
        }
        if (thrown instanceof SocketTimeoutException) {
            return "no connection in time";
        }
        return thrown instanceof ConnectException ? "connection refused" : String.valueOf(thrown.getMessage());
    }
}
