package dev.goldenpath.environment;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a service is probed, besides the paths it is asked at.
 *
 * @param state JSON Pointer to the service's own state in its deep health document, absent where its status tells
 * @param words which words there, and in what it reports of others, mean what
 * @param revision which revision is the intended one
 * @param certificateNotice how long before its certificate expires that is told
 * @param more further probes: what to ask, by kind, in the order of the file
 * @since 0.1.0
 */
public record ProbeSettings(
        @Nullable String state,
        StateWords words,
        RevisionRules revision,
        Duration certificateNotice,
        Map<String, Setting> more) {
    /** Long enough to renew one in office hours. */
    public static final Duration CERTIFICATE_NOTICE = Duration.ofDays(14);

    /** Of a service that says nothing of this. */
    public static final ProbeSettings NONE =
            new ProbeSettings(null, StateWords.DEFAULT, RevisionRules.NONE, CERTIFICATE_NOTICE, Map.of());

    /** Copies the map, keeping its order. */
    public ProbeSettings {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }
}
