package dev.goldenpath.auth;

import dev.goldenpath.client.CallWatch.Watching;
import dev.goldenpath.client.Replayable;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.jupiter.GoldenPathScope;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.TestAbortedException;

/** One test of a matrix: runs the method and, but for the first, makes its call again with bad credentials. */
final class AuthMatrixNode implements TestTemplateInvocationContext, InvocationInterceptor {
    private static final String ENTRY = "auth-matrix";

    private final MatrixTemplate template;
    private final @Nullable AuthCase tried;

    /** @param tried {@code null} for the test of the call itself */
    AuthMatrixNode(MatrixTemplate template, @Nullable AuthCase tried) {
        this.template = template;
        this.tried = tried;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return tried == null ? "the call itself" : "refuses " + tried.words();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        try {
            if (tried == null) {
                callItself(invocation, method.getExecutable(), context);
            } else {
                template.requireCall();
                GoldenPathScope scope = GoldenPathScope.of(context);
                PassingCall call = passing(invocation, method.getExecutable(), scope);
                template.attempt(
                        tried,
                        call,
                        scope.clients(),
                        scope.recording(),
                        words -> context.publishReportEntry(ENTRY, words));
                askForAnAnswer(call, scope.recording());
            }
        } catch (NotTried e) {
            throw new TestAbortedException(e.getMessage());
        }
    }

    private void callItself(Invocation<Void> invocation, Method method, ExtensionContext context) throws Throwable {
        GoldenPathScope scope = GoldenPathScope.of(context);
        try {
            PassingCall call = passing(invocation, method, scope);
            template.tellNotTried(
                    call, scope.clients(), scope.recording(), words -> context.publishReportEntry(ENTRY, words));
            askForAnAnswer(call, scope.recording());
        } catch (Throwable e) {
            template.callFailed();
            throw e;
        }
    }

    /**
     * An accepted handshake alone shows no work of a service. Where that is all there is, the service has to answer to
     * the same without credentials, too: what it says then is an answer, whatever it is.
     */
    private static void askForAnAnswer(PassingCall call, Recording recording) {
        if (recording.answers(Phase.TEST) == 0) {
            call.call().replay(null, recording);
        }
    }

    /** Runs the method; only the calls that it makes meanwhile count. */
    private static PassingCall passing(Invocation<Void> invocation, Method method, GoldenPathScope scope)
            throws Throwable {
        Recording recording = scope.recording();
        List<Replayable> calls = new CopyOnWriteArrayList<>();
        try (Watching watching = scope.clients().calls().watch(recording, calls::add)) {
            invocation.proceed();
        }
        return PassingCall.of(calls, method.getName() + "()", recording);
    }
}
