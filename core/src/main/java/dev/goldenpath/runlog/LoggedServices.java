package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Revision;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a run knows of its services.
 *
 * @param declared each by name, in the order of the file
 * @param probes how each was, in the order in which the probes began
 * @param revisions what each said it runs, in the order in which they were asked
 * @since 0.1.0
 */
public record LoggedServices(
        Map<String, LoggedService> declared, List<Sighting<Probe>> probes, List<Sighting<Revision>> revisions) {
    /** Of a run that knows none. */
    public static final LoggedServices NONE = new LoggedServices(Map.of(), List.of(), List.of());

    /**
     * Evidence of a service, with its time and place.
     *
     * @param <E> kind of the evidence
     * @param log that holds it: numbers of probes are its own
     * @param at when it began, to the microsecond
     * @param evidence what was seen
     */
    public record Sighting<E extends Evidence>(Path log, Instant at, E evidence) {}

    /** Copies all three, and sorts what was seen by its time. */
    public LoggedServices {
        declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared));
        probes = probes.stream().sorted(Comparator.comparing(Sighting::at)).toList();
        revisions =
                revisions.stream().sorted(Comparator.comparing(Sighting::at)).toList();
    }

    /**
     * What each service said last that it runs; one that did not is absent. One that a later environment of the run declares,
     * too, is called {@code backend (staging)} there.
     */
    Map<String, String> lastRevisions() {
        Map<String, String> last = new LinkedHashMap<>();
        Map<String, String> first = new HashMap<>();
        for (Sighting<Revision> each : revisions) {
            String service = each.evidence().service();
            String environment = Objects.requireNonNullElse(each.evidence().environment(), "");
            boolean isFirst =
                    first.computeIfAbsent(service, name -> environment).equals(environment);
            last.put(
                    isFirst ? service : service + " (" + environment + ")",
                    each.evidence().revision());
        }
        return last;
    }

    static LoggedServices of(List<LoggedServices> all) {
        Map<String, LoggedService> declared = new LinkedHashMap<>();
        all.forEach(each -> declared.putAll(each.declared));
        return new LoggedServices(
                declared,
                all.stream().flatMap(each -> each.probes.stream()).toList(),
                all.stream().flatMap(each -> each.revisions.stream()).toList());
    }

    /** Collects it from the lines of one log. Not thread-safe. */
    static final class Builder {
        private static final JsonMapper MAPPER = EvidenceJson.mapper();

        private final Path log;
        private final Map<String, LoggedService> declared = new LinkedHashMap<>();
        private final List<Sighting<Probe>> probes = new ArrayList<>();
        private final List<Sighting<Revision>> revisions = new ArrayList<>();

        Builder(Path log) {
            this.log = log;
        }

        void declared(JsonNode services) {
            services.properties()
                    .forEach(service -> declared.put(service.getKey(), LoggedService.of(service.getValue())));
        }

        void probe(JsonNode line) throws JsonProcessingException {
            probes.add(seen(line, Probe.class));
        }

        void revision(JsonNode line) throws JsonProcessingException {
            revisions.add(seen(line, Revision.class));
        }

        private <E extends Evidence> Sighting<E> seen(JsonNode line, Class<E> kind) throws JsonProcessingException {
            return new Sighting<>(
                    log, IsoInstant.parse(line.path("startedAt").asText()), MAPPER.treeToValue(line, kind));
        }

        LoggedServices services() {
            return new LoggedServices(declared, probes, revisions);
        }
    }
}
