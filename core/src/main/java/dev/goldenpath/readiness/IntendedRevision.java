package dev.goldenpath.readiness;

import dev.goldenpath.environment.RevisionRules;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.Setting;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.readiness.Revisions.Told;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a service runs the revision that is to be tested. */
final class IntendedRevision {
    private final Clock clock;

    IntendedRevision(Clock clock) {
        this.clock = clock;
    }

    /** Why it does not; empty where it does, or where any will do. */
    Optional<Outage> objection(ServiceEndpoint service, Optional<Told> told) {
        RevisionRules rules = service.probes().revision();
        Setting expected = rules.expected();
        String revision = told.map(Told::revision).orElse(null);
        if (expected != null && (revision == null || !RevisionRules.isSame(expected.value(), revision))) {
            return Optional.of(new Outage(
                    "Service '" + service.name() + "' "
                            + (revision == null
                                    ? "does not say which revision it runs"
                                    : "runs revision '" + revision + "'")
                            + ", and '" + expected.value() + "' is expected.",
                    List.of(
                            Fact.of("expected by", expected.origin()),
                            Fact.of("read at", "GET " + service.revision() + unread(told)),
                            Fact.of("what to do", "Deploy what is to be tested, or expect what is there."))));
        }
        return tooOld(service, rules, told);
    }

    private static String unread(Optional<Told> told) {
        String words = told.map(Told::words).orElse("");
        return words.isEmpty() ? "" : " (" + words + ")";
    }

    private Optional<Outage> tooOld(ServiceEndpoint service, RevisionRules rules, Optional<Told> told) {
        Duration maxAge = rules.maxAge();
        if (maxAge == null) {
            return Optional.empty();
        }
        Instant deployed = told.map(Told::deployedAt).orElse(null);
        if (deployed != null && !deployed.plus(maxAge).isBefore(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(new Outage(
                "Service '" + service.name() + "' "
                        + (deployed == null ? "does not say when it was deployed" : "was deployed at " + deployed)
                        + ", and it must not be older than " + words(maxAge) + ".",
                List.of(
                        Fact.of("read at", "GET " + rules.deployed() + unread(told)),
                        Fact.of("what to do", "Deploy it anew, or allow a longer 'max-age'."))));
    }

    private static String words(Duration span) {
        if (span.toHours() >= 48) {
            return String.format(Locale.ROOT, "%.0f days", span.toMinutes() / 60.0 / 24);
        }
        return span.toMinutes() >= 120
                ? String.format(Locale.ROOT, "%.0f hours", span.toSeconds() / 3600.0)
                : String.format(Locale.ROOT, "%.0f s", span.toMillis() / 1e3);
    }
}
