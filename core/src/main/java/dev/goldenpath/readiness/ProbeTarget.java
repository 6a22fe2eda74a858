package dev.goldenpath.readiness;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ServiceEndpoint;

/**
 * What a probe is to be made for.
 *
 * @param service the probed service
 * @param text what stands behind the probe's kind in {@code goldenpath.yaml}
 * @param clients for calls of the library's own, which prove nothing about a test
 * @since 0.1.0
 */
public record ProbeTarget(ServiceEndpoint service, String text, Clients clients) {}
