package dev.goldenpath.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Says in a few words why no whole response arrived. */
final class FailureWords {
    private FailureWords() {}

    static String of(Throwable e) {
        if (e instanceof UnknownHostException) {
            return "unknown host";
        }
        if (e instanceof ConnectTimeoutException) {
            return "no connection in time";
        }
        if (e instanceof ConnectException) {
            return "connection refused";
        }
        if (e instanceof SocketTimeoutException) {
            return "no answer in time";
        }
        if (e instanceof SSLException) {
            return "TLS failure (" + e.getMessage() + ")";
        }
        if (e instanceof NoHttpResponseException) {
            return "connection closed without an answer";
        }
        if (e instanceof ConnectionClosedException
                || e instanceof TruncatedChunkException
                || e instanceof EOFException) {
            return "answer cut short";
        }
        if (e instanceof SocketException) {
            return "connection broken (" + e.getMessage() + ")";
        }
        // Whatever else the client throws is told by its type: its message alone may say nothing.
        return "call broken (" + (e instanceof IOException ? e.getMessage() : e) + ")";
    }
}
