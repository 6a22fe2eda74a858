package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.goldenpath.Waiting;
import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.http.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of probes that the library knows nothing of. */
class ProbeProviderTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @RegisterExtension
    final Gates gates = new Gates(SERVER);

    @Test
    void oneOnTheClassPathIsAskedAndItsSecretsMasked() {
        assertThat(look("answers yes to " + Gates.SECRET))
                .isEqualTo(Sight.of(ServiceState.HEALTHY, "the author says yes to ***"));
    }

    @Test
    void oneThatThrowsSaysNothingGoodOfTheService() {
        assertThat(look("throws " + Gates.SECRET))
                .isEqualTo(Sight.of(
                        ServiceState.UNREACHABLE,
                        "the probe itself broke: java.lang.IllegalStateException: no driver for ***"));
        assertThat(look("unanswered x")).isEqualTo(Sight.of(ServiceState.UNREACHABLE, "Topic orders: no answer"));
    }

    @Test
    void oneThatHangsHasALimitAndIsNotAskedTwiceAtOnce() throws IOException {
        Path asked = gates.folder().resolve("asked");
        Clients clients =
                gates.clients("services: { backend: { url: 'URL', health: /answer, timeouts: { call: 900ms }, "
                        + "probes: { author: 'hangs " + asked + "' } } }");
        ServiceWatch watch = new ServiceWatch(
                clients.environment().service("backend"), List.of(), clients, new Probes(), Duration.ofMillis(100));
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Sight silent = Sight.of(ServiceState.UNREACHABLE, "no answer after 1 s");
            assertThat(watch.look(threads).get("backend")).containsEntry("author", silent);
            assertThat(watch.look(threads).get("backend")).containsEntry("author", silent);
            assertThat(asked).hasContent("asked");
            Files.createFile(gates.folder().resolve("free"));
            Waiting.until(() -> watch.look(threads).get("backend").get("author").state() == ServiceState.HEALTHY);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aKindThatNobodyMakesIsAProblemOfTheConfiguration() {
        ReadinessGate gate =
                gates.gate("services: { backend: { url: 'URL', probes: { kafka: '" + Gates.SECRET + "' } } }");
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(gate::require)
                    .withMessage("environments.local.services.backend.probes.kafka (goldenpath.yaml:3): nothing on the "
                            + "class path makes a probe of kind 'kafka'. There are: author, dns, tcp, tls.");
        }
    }

    @Test
    void aTextThatItCanNotUseIsAProblemOfTheConfiguration() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> look("whatever " + Gates.SECRET))
                .withMessage("environments.local.services.backend.probes.author (goldenpath.yaml:3): "
                        + "'whatever ***' is no topic.");
    }

    private Sight look(String text) {
        return gates.look("author", "url: 'URL', probes: { author: '" + text + "' }");
    }
}
