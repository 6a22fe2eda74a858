package dev.goldenpath.evidence;

import java.time.Duration;

/**
 * What the readiness gate found out about one service.
 *
 * @param service name of the declared service
 * @param ready whether it was ready
 * @param reached whether the last probe got an answer, of the service or of the one that reports it
 * @param probes how many times it was asked
 * @param last what the last probe saw
 * @param waited from the first probe to the last
 * @since 0.1.0
 */
public record Probe(String service, boolean ready, boolean reached, int probes, String last, Duration waited)
        implements Evidence {

    @Override
    public String kind() {
        return "probe";
    }
}
