package dev.goldenpath.http;

import dev.goldenpath.client.CallWatch;
import dev.goldenpath.client.Pause;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.CallPlace.Follows;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Recording;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.CookieStore;
import org.jspecify.annotations.Nullable;

/** One call of a test: one exchange, or several where redirects are followed or tries repeated. Use once. */
final class Call {
    private static final int MOST_REDIRECTS = 10;

    private final HttpEngine engine;
    private final CallOptions options;
    private final Recording recording;
    private final URI service;
    private final long number;
    private final long deadlineNanos;
    private int exchanges;
    private @Nullable CookieStore cookiesOfOthers;

    Call(HttpEngine engine, OutgoingRequest request, CallOptions options) {
        this.engine = engine;
        this.options = options;
        // Resolved before anything is sent, so that no call goes unrecorded.
        this.recording = request.context().recording();
        this.service = request.context().service().requiredUrl();
        this.number = recording.nextCall();
        this.deadlineNanos = System.nanoTime() + options.limit().toNanos();
    }

    /**
     * Makes the call.
     *
     * @throws ServiceCallException when no whole response arrives
     */
    ServiceResponse make(OutgoingRequest first) {
        ServiceResponse answer = answerTo(first);
        CallWatch calls = first.context().calls();
        if (calls.isWatched(recording)) {
            calls.tell(recording, new ReplayableRequest(engine, first, options, answer));
        }
        return answer;
    }

    private ServiceResponse answerTo(OutgoingRequest first) {
        ServiceResponse answer = tried(first, null);
        if (!options.followsRedirects()) {
            return answer;
        }
        OutgoingRequest request = first;
        for (int hop = 1; ; hop++) {
            Optional<OutgoingRequest> next = next(request, answer);
            if (next.isEmpty()) {
                return answer;
            }
            if (hop > MOST_REDIRECTS) {
                throw lost(first, answer, "more than " + MOST_REDIRECTS + " redirects");
            }
            request = next.get();
            answer = tried(request, Follows.REDIRECT);
        }
    }

    private static Optional<OutgoingRequest> next(OutgoingRequest request, ServiceResponse answer) {
        try {
            return Redirect.after(request, answer);
        } catch (IllegalArgumentException e) {
            throw lost(request, answer, "redirected to something that is no address");
        }
    }

    private static ServiceCallException lost(OutgoingRequest request, ServiceResponse answer, String what) {
        String location = answer.header("Location").orElse("");
        return new ServiceCallException(
                request.description() + ": " + what + ".",
                List.of(
                        Fact.of("last answer", answer),
                        Fact.of("location", request.context().redaction().text(location))));
    }

    private ServiceResponse tried(OutgoingRequest request, @Nullable Follows first) {
        Follows follows = first;
        for (int tried = 1; ; tried++) {
            ServiceResponse answer = null;
            ServiceCallException failure = null;
            try {
                answer = once(request, follows);
            } catch (ServiceCallException e) {
                failure = e;
            }
            Optional<Duration> pause =
                    options.retry() == null ? Optional.empty() : options.retry().after(tried, answer, failure);
            if (pause.isEmpty() || !Pause.isOver(pause.get(), deadlineNanos)) {
                return outcome(answer, failure);
            }
            follows = Follows.RETRY;
        }
    }

    private static ServiceResponse outcome(@Nullable ServiceResponse answer, @Nullable ServiceCallException failure) {
        if (answer != null) {
            return answer;
        }
        if (failure != null) {
            throw failure;
        }
        throw new IllegalStateException("An exchange ends with an answer or a failure");
    }

    private ServiceResponse once(OutgoingRequest request, @Nullable Follows follows) {
        exchanges++;
        boolean elsewhere = !Redirect.isSameOrigin(request.url(), service);
        CallPlace place = new CallPlace(number, exchanges, follows, elsewhere);
        Exchange exchange = new Exchange(
                request,
                place,
                recording,
                options.reading().get(),
                elsewhere ? cookiesOfOthers() : cookiesOfUser(request));
        return engine.exchange(request, options, exchange, deadlineNanos);
    }

    private static CookieStore cookiesOfUser(OutgoingRequest request) {
        return UserCookies.of(request.context());
    }

    /** Others see no cookie of the user, and theirs last as long as this call. */
    private CookieStore cookiesOfOthers() {
        CookieStore others = cookiesOfOthers;
        if (others == null) {
            others = new BasicCookieStore();
            cookiesOfOthers = others;
        }
        return others;
    }
}
