package dev.goldenpath.http;

import dev.goldenpath.evidence.NetworkPhase;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Sends requests and tells their exchange when each part of that begins. */
final class TracedExecutor extends HttpRequestExecutor {
    private final CurrentTrace current;

    TracedExecutor(CurrentTrace current) {
        this.current = current;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        ConnectionTrace trace = current.get();
        if (Method.CONNECT.isSame(request.getMethod())) {
            return connectToProxy(request, connection, callback, context, trace);
        }
        if (trace.target() != null) {
            request.setPath(trace.target());
        }
        trace.uses(connection);
        return super.execute(request, new TimedConnection(connection, trace), callback, context);
    }

    /** The tunnel is part of the way to the service, and no exchange with it. */
    private ClassicHttpResponse connectToProxy(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback callback,
            HttpContext context,
            ConnectionTrace trace)
            throws IOException, HttpException {
        trace.timer().begin(NetworkPhase.CONNECT);
        ClassicHttpResponse answer = super.execute(request, connection, callback, context);
        if (answer.getCode() == HttpStatus.SC_OK) {
            trace.timer().end(NetworkPhase.CONNECT);
        } else {
            trace.refusedByProxy(answer.getCode());
        }
        return answer;
    }
}
