package dev.goldenpath.compare;

import dev.goldenpath.compare.Moment.Kind;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.runlog.LoggedEvidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An exchange as a moment of a course. */
final class ExchangeMoment {
    private ExchangeMoment() {}

    /**
     * As it is compared.
     *
     *
     */
    static Moment of(LoggedEvidence<HttpExchange> logged, Revisions revisions) {
        HttpExchange exchange = logged.evidence();
        String purpose = exchange.purpose() == null ? "" : " (" + exchange.purpose() + ")";
        String call = exchange.method() + " " + PathTemplate.of(exchange.url());
        String words = call + CourseReader.as(exchange.user()) + purpose;
        String key = exchange.service() + " " + call + CourseReader.asAnyOf(exchange.user()) + purpose;
        List<Trait> traits = new ArrayList<>();
        traits.add(answer(exchange.status(), exchange.failure()));
        exchange.markers().forEach(marker -> traits.add(new Trait(Aspect.MARKER, "marker", marker)));
        traits.addAll(HeaderTraits.of(exchange.responseHeaders()));

        traits.addAll(PeerTraits.of(exchange.connection()));
        revision(exchange, logged.startedAt(), revisions).ifPresent(traits::add);
        return new Moment(
                Kind.CALL,
                key,
                exchange.service(),
                words,
                logged.startedAt(),
                logged.log(),
                logged.line(),
                traits,
                exchange.responseBody(),
                CourseReader.timesOf(exchange.phases()));
    }

    /** Of the library's own calls only those tell it that ask for it. */
    private static Optional<Trait> revision(HttpExchange exchange, Instant at, Revisions revisions) {
        String purpose = exchange.purpose();
        if (purpose == null || purpose.equals(HttpExchange.REPLAY)) {
            return revisions.of(exchange.service(), at);
        }
        return purpose.equals(Revision.KIND) ? revisions.readAt(exchange.service(), at) : Optional.empty();
    }

    /** Its status, or why there is none. */
    static Trait answer(@Nullable Integer status, @Nullable CallFailure failure) {
        String broken = failure == null
                ? ""
                : failure.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (failure.phase() == null
                                ? ""
                                : " in " + failure.phase().word());
        if (status == null) {
            return new Trait(Aspect.ANSWER, "status", "no answer" + (broken.isEmpty() ? "" : ": " + broken));
        }
        return new Trait(Aspect.STATUS, "status", status + (broken.isEmpty() ? "" : ", then " + broken));
    }
}
