package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.Waiting;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.http.ServerProcess;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of what gets better, or is replaced, while nobody fails. */
@Timeout(120)
class RecoveryTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @RegisterExtension
    final Gates gates = new Gates(SERVER);

    @Test
    void testsThatADegradedServiceBlocksAreReleasedWhenItIsWell() {
        says("state", "{\"status\":\"degraded\"}");
        ReadinessGate gate = gates.gate("""
                degraded: block
                services:
                  backend: { url: 'URL', health: { path: /kept/state, state: /status } }
                """);
        assertThat(Gates.outage(gate).rootCause()).contains(" is degraded: ");
        says("state", "{\"status\":\"up\"}");
        Waiting.until(() -> Gates.isOpen(gate));
    }

    @Test
    void aRevisionIsKnownToHaveRunUntilItWasReadLast() {
        says("version", "{\"rev\":\"v1\"}");
        ReadinessGate gate = gates.gate("""
                services:
                  backend: { url: 'URL', health: /answer, revision: '/kept/version#/rev' }
                """);
        gate.require();
        Waiting.until(() -> gates.hits("/kept/version") >= 3);
        says("version", "{\"rev\":\"v2\"}");
        Waiting.until(() -> revisions().contains("v2"));
        assertThat(revisions()).containsExactly("v1", "v1", "v2");
        List<Instant> starts = gates.recorded().stream()
                .filter(one -> one.evidence() instanceof Revision)
                .map(one -> one.startedAt())
                .toList();
        assertThat(starts).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aRevisionThatHoldsASecretIsMasked() {
        says("secret-version", "{\"rev\":\"" + Gates.SECRET + "\"}");
        ReadinessGate gate = gates.gate("""
                services:
                  backend: { url: 'URL', health: /answer, revision: { at: '/kept/secret-version#/rev', expected: other } }
                """);
        assertThat(Gates.message(gate))
                .startsWith("Service 'backend' runs revision '")
                .doesNotContain(Gates.SECRET);
    }

    private List<String> revisions() {
        return gates.evidence(Revision.class).stream().map(Revision::revision).toList();
    }

    private void says(String key, String body) {
        gates.keep(key, "body=" + URLEncoder.encode(body, StandardCharsets.UTF_8));
    }
}
