package dev.goldenpath.readiness;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.JsonText;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.PointerReference;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads which revisions services run, and remembers what each said last. Thread-safe. */
final class Revisions {
    private static final Pattern NUMBER = Pattern.compile("\\d{9,15}");
    private static final int SECONDS_DIGITS = 11;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Clients clients;
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    /** When each said so last, as {@link System#nanoTime()}, by service; absent where that is evidence. */
    private final Map<String, Long> saidAgain = new ConcurrentHashMap<>();

    /**
     * What a service said last.
     *
     * @param revision absent where it did not say
     * @param deployedAt absent where it did not say
     * @param words what was seen, where it did not say
     */
    record Told(@Nullable String revision, @Nullable Instant deployedAt, String words) {}

    Revisions(Clients clients) {
        this.clients = clients;
    }

    /** Reads that of one service, unless it has been read before. */
    synchronized void readOnce(ServiceEndpoint service) {
        if (service.revision() != null && !told.containsKey(service.name())) {
            read(service, RunPart.BEFORE);
        }
    }

    /** Reads that of one service; what it says is evidence when it is new, when it was said last, and at the end. */
    void read(ServiceEndpoint service, RunPart part) {
        PointerReference place = service.revision();
        if (place == null) {
            return;
        }
        long start = System.nanoTime();
        Told now = ask(service, place);
        Told before = told.get(service.name());
        if (now.revision == null && before != null && part != RunPart.BEFORE) {
            // It does not answer now: what it said before is still the last that is known.
            return;
        }
        told.put(service.name(), now);
        boolean isNew = before == null
                || !Objects.equals(before.revision, now.revision)
                || !Objects.equals(before.deployedAt, now.deployedAt);
        if (!isNew && part != RunPart.AFTER) {
            saidAgain.put(service.name(), start);
            return;
        }
        Long lastTime = saidAgain.remove(service.name());
        if (isNew && lastTime != null) {
            // Else everything since the first reading might have met either.
            record(service, before, RunPart.DURING, lastTime);
        }
        record(service, now, part, start);
    }

    private void record(ServiceEndpoint service, @Nullable Told said, RunPart part, long start) {
        if (said != null && said.revision != null) {
            clients.ownCalls()
                    .record(
                            new Revision(
                                    service.name(),
                                    clients.redaction().text(said.revision),
                                    said.deployedAt,
                                    part,
                                    clients.environment().name()),
                            start);
        }
    }

    /** What a service said last; empty where it was not asked. */
    Optional<Told> of(String service) {
        return Optional.ofNullable(told.get(service));
    }

    /** The revision that each service said it runs, by service; one that did not is absent. */
    Map<String, String> known() {
        return told.entrySet().stream()
                .filter(entry -> entry.getValue().revision != null)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue().revision)));
    }

    private Told ask(ServiceEndpoint service, PointerReference place) {
        try {
            ServiceResponse response = get(service, place);
            Optional<String> revision = at(response, place);
            if (revision.isEmpty()) {
                return new Told(null, null, response + ", " + place.pointer() + " tells none");
            }
            PointerReference deployed = service.probes().revision().deployed();
            if (deployed == null) {
                return new Told(revision.get(), null, "");
            }
            ServiceResponse other = deployed.place().equals(place.place()) ? response : get(service, deployed);
            return new Told(
                    revision.get(), at(other, deployed).map(Revisions::instant).orElse(null), "");
        } catch (ServiceCallException e) {
            return new Told(null, null, e.headline().replaceFirst("\\.$", ""));
        }
    }

    private ServiceResponse get(ServiceEndpoint service, PointerReference place) {
        return clients.forOwnCalls(ServiceClient.class, service, "revision")
                .get(place.place())
                .limitedTo(shorter(LIMIT, service.timeouts().call()))
                .send();
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Optional<String> at(ServiceResponse response, PointerReference place) {
        if (response.status() / 100 != 2) {
            return Optional.empty();
        }
        try {
            return JsonText.parse(response.text()).at(place.pointer()).map(Object::toString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As ISO 8601 has it, or seconds or milliseconds since 1970. */
    private static @Nullable Instant instant(String text) {
        if (NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return text.length() > SECONDS_DIGITS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            // Then nothing is known of it, which a 'max-age' takes for too old.
            return null;
        }
    }
}
