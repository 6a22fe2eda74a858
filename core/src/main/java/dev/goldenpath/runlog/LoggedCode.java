package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.evidence.Audit;
import dev.goldenpath.evidence.Bypass;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What policies found, each thing once, and the audit's score over all logs.
 *
 * @param findings in the order they were logged in
 * @param audit of all classes that were looked at; one that was flawed anywhere is flawed
 * @param bypasses what told services to skip their checks, and in which tests
 * @since 0.1.0
 */
public record LoggedCode(List<Finding> findings, Audit audit, List<LoggedBypass> bypasses) {
    /** Of a run whose policies found nothing, and looked at nothing. */
    public static final LoggedCode NONE = new LoggedCode(List.of(), new Audit(List.of(), List.of()), List.of());

    /** Copies the lists. */
    public LoggedCode {
        findings = List.copyOf(findings);
        bypasses = List.copyOf(bypasses);
    }

    /** The findings of this effect. */
    public List<Finding> findings(Effect effect) {
        return findings.stream().filter(finding -> finding.effect() == effect).toList();
    }

    /** Whether the audit has looked at any class. */
    public boolean isAudited() {
        return !audit.clean().isEmpty() || !audit.flawed().isEmpty();
    }

    /** Collects both from the lines of logs. Not thread-safe. */
    static final class Builder {
        private static final JsonMapper MAPPER = EvidenceJson.mapper();

        private final Set<Finding> findings = new LinkedHashSet<>();
        private final Set<String> seen = new TreeSet<>();
        private final Set<String> flawed = new TreeSet<>();
        private final Map<Bypass, LoggedBypass> bypasses = new LinkedHashMap<>();

        void finding(JsonNode line) throws JsonProcessingException {
            Finding finding = MAPPER.treeToValue(line, Finding.class);
            findings.add(finding);
            String test = LogJson.textOf(line, "test");
            Bypass.of(finding)
                    .ifPresent(bypass ->
                            add(new LoggedBypass(bypass, test == null ? Set.of() : Set.of(test), test == null)));
        }

        private void add(LoggedBypass used) {
            bypasses.merge(used.bypass(), used, LoggedBypass::and);
        }

        void audit(JsonNode line) throws JsonProcessingException {
            Audit audit = MAPPER.treeToValue(line, Audit.class);
            seen.addAll(audit.clean());
            seen.addAll(audit.flawed());
            flawed.addAll(audit.flawed());
        }

        void add(Builder other) {
            findings.addAll(other.findings);
            seen.addAll(other.seen);
            flawed.addAll(other.flawed);
            other.bypasses.values().forEach(this::add);
        }

        LoggedCode code() {
            return new LoggedCode(
                    List.copyOf(findings),
                    new Audit(
                            seen.stream().filter(name -> !flawed.contains(name)).toList(), List.copyOf(flawed)),
                    List.copyOf(bypasses.values()));
        }
    }
}
