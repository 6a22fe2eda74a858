package dev.goldenpath.compare;

import dev.goldenpath.compare.Moment.Kind;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.runlog.EvidenceIndex;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedEvidence;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedSession;
import dev.goldenpath.runlog.LoggedTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what happened in a test, in its order. Not thread-safe; use once. */
final class CourseReader implements EvidenceIndex.Taker {
    private final List<Moment> moments = new ArrayList<>();

    private final Map<String, Integer> times = new HashMap<>();
    private final Revisions revisions;
    private final int attempt;

    private CourseReader(Revisions revisions, int attempt) {
        this.revisions = revisions;
        this.attempt = attempt;
    }

    /** The course of the attempt that counts, from its set-up to the end of the test itself, and the ends of sessions. */
    static List<Moment> of(LoggedRun run, Revisions revisions, LoggedTest test) throws IOException {
        CourseReader reader = new CourseReader(
                revisions, test.last().map(LoggedAttempt::number).orElse(1));
        run.evidence().forEach(test, reader);
        // Ids are followed from where they were first, and so in the order in which things began.
        JsonTraits json = new JsonTraits();
        return reader.moments.stream()
                .sorted(Comparator.comparing(Moment::at))
                .map(moment -> moment.with(json))
                .toList();
    }

    private boolean counts(LoggedEvidence<?> logged) {
        Integer number = logged.attempt();
        return (number == null || number == attempt) && (logged.phase() == Phase.TEST || logged.phase() == Phase.SETUP);
    }

    @Override
    public void exchange(LoggedEvidence<HttpExchange> logged) {
        if (counts(logged)) {
            moments.add(ExchangeMoment.of(logged, revisions));
        }
    }

    @Override
    public void session(LoggedSession session) throws IOException {
        LoggedEvidence<WsHandshake> logged = session.handshake();
        if (!counts(logged)) {
            return;
        }
        WsHandshake handshake = logged.evidence();
        String call = "WebSocket " + PathTemplate.of(handshake.url());
        String words = call + as(handshake.user());
        String owner = numbered(handshake.service() + " " + call + asAnyOf(handshake.user()));
        List<Trait> traits = new ArrayList<>();
        traits.add(ExchangeMoment.answer(
                handshake.status(),
                handshake.failureKind() == null
                        ? null
                        : new CallFailure(handshake.failureKind(), handshake.failurePhase(), "")));
        traits.addAll(HeaderTraits.of(handshake.responseHeaders()));
        if (handshake.subprotocol() != null) {
            traits.add(new Trait(Aspect.TELLING_HEADER, "subprotocol", handshake.subprotocol()));
        }
        traits.addAll(PeerTraits.of(handshake.remoteAddress(), handshake.tls()));
        revisions.of(handshake.service(), logged.startedAt()).ifPresent(traits::add);
        moments.add(moment(
                Kind.HANDSHAKE, owner, words, logged, handshake.service(), traits, null, timesOf(handshake.phases())));
        Messages messages = new Messages(owner, words, logged.startedAt());
        session.forEachMessage(messages::take);
        session.close().ifPresent(close -> closed(close, owner, words));
    }

    /** Takes the messages of one session. */
    private final class Messages {
        private final String owner;
        private final String words;
        private Instant last;
        private int number;

        Messages(String owner, String words, Instant opened) {
            this.owner = owner;
            this.words = words;
            this.last = opened;
        }

        void take(LoggedEvidence<WsMessage> logged) {
            WsMessage message = logged.evidence();
            if (message.direction() != WsMessage.Direction.RECEIVED || message.heartbeat()) {
                return;
            }
            number++;
            String type = message.eventType() == null ? message.opcode() : message.eventType();
            List<Trait> traits = new ArrayList<>();
            message.markers().forEach(marker -> traits.add(new Trait(Aspect.MARKER, "marker", marker)));

            Duration since = Duration.between(last, logged.startedAt());
            last = logged.startedAt();
            moments.add(moment(
                    Kind.MESSAGE,
                    owner + ": " + type,
                    words + ", message " + number,
                    logged,
                    message.service(),
                    traits,
                    message.body(),
                    Map.of("time since what was before it in the session", since)));
        }
    }

    private void closed(LoggedEvidence<WsClose> logged, String owner, String words) {
        WsClose close = logged.evidence();
        String reason = close.reason().isEmpty() ? "" : " " + Steady.of(close.reason());
        String by = close.byTest() ? ", closed by the test" : ", closed by the service";
        moments.add(moment(
                Kind.CLOSE,
                owner + ": end",
                words + ", its end",
                logged,
                close.service(),
                List.of(new Trait(Aspect.CLOSE, "close code", close.code() + reason + by)),
                null,
                Map.of()));
    }

    private static Moment moment(
            Kind kind,
            String key,
            String words,
            LoggedEvidence<?> logged,
            String service,
            List<Trait> traits,
            @Nullable Body body,
            Map<String, Duration> times) {
        return new Moment(
                kind, key, service, words, logged.startedAt(), logged.log(), logged.line(), traits, body, times);
    }

    /** The same with how often it was there. */
    private String numbered(String key) {
        int number = times.merge(key, 1, Integer::sum);
        return number == 1 ? key : key + " (" + number + ")";
    }

    static Map<String, Duration> timesOf(Phases phases) {
        Map<String, Duration> all = new LinkedHashMap<>();
        phases.parts().forEach((phase, took) -> all.put("phase " + phase.word().toLowerCase(Locale.ROOT), took));
        all.put("time in all", phases.total());
        return all;
    }

    static String as(@Nullable String user) {
        return user == null ? "" : " as " + user;
    }

    /** The same for all that only digits tell apart: which of a pool's users a test gets is an accident of the run. */
    static String asAnyOf(@Nullable String user) {
        return user == null ? "" : as(Steady.of(user));
    }
}
