package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreePortsTest {
    private static final String YAML = """
            environments:
              local:
                ports: [auth, backend]
                launch:
                  - { name: stack, command: "stack ${port.auth} ${port.backend}" }
                services:
                  backend: { url: "http://127.0.0.1:${port.backend}" }
                  auth: { url: "http://127.0.0.1:${port.auth}" }
            """;

    @TempDir
    private Path folder;

    @Test
    void portsAreFreeAndDifferent() throws Exception {
        Environment environment = new Project(folder).yaml(YAML).load();
        int auth = environment.service("auth").requiredUrl().getPort();
        int backend = environment.service("backend").requiredUrl().getPort();
        assertThat(auth).isNotEqualTo(backend);
        assertThat(environment.launch().get(0).command())
                .containsExactly("stack", Integer.toString(auth), Integer.toString(backend));
        try (ServerSocket first = new ServerSocket(auth, 1, InetAddress.getLoopbackAddress());
                ServerSocket second = new ServerSocket(backend, 1, InetAddress.getLoopbackAddress())) {
            assertThat(List.of(first.getLocalPort(), second.getLocalPort())).containsExactly(auth, backend);
        }
    }

    @Test
    void noOutgoingConnectionCanTakeThemBeforeTheirServiceDoes() {
        assertThat(PortSource.free()
                        .choose(
                                "local",
                                IntStream.range(0, 50)
                                        .mapToObj(Integer::toString)
                                        .toList())
                        .values())
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= 20_000 && port < 32_768);
    }

    @Test
    void onlyWhatIsNotGivenIsChosen() {
        Environment environment = new Project(folder)
                .yaml(YAML)
                .property("goldenpath.ports.auth", "4711")
                .loader((name, ports) -> Map.of(ports.iterator().next(), name.length() + ports.size()))
                .load(null);
        assertThat(environment.launch().get(0).command()).containsExactly("stack", "4711", "6");
    }

    @Test
    void aPortMayBeGiven() {
        Project project = new Project(folder)
                .yaml(YAML)
                .property("goldenpath.ports.auth", "4711")
                .variable("GOLDENPATH_PORTS_BACKEND", "4712");
        assertThat(project.load().service("auth").requiredUrl().getPort()).isEqualTo(4711);
        assertThat(project.load().service("backend").requiredUrl().getPort()).isEqualTo(4712);
    }

    @Test
    void aWrongARepeatedAndAnUndeclaredPortAreProblems() {
        Project project = new Project(folder).yaml("""
                        environments:
                          local:
                            ports: [auth, auth]
                            services:
                              backend: { url: "http://127.0.0.1:${port.backend}" }
                        """).property("goldenpath.ports.auth", "70000");
        assertThatThrownBy(project::load).hasMessage("""
                        goldenpath.yaml can't be used for environment 'local' (chosen by being the only one): 3 problems
                          1. system property goldenpath.ports.auth  environments.local.ports.auth: '70000' is no port from 1 to 65535. Correct it.
                          2. goldenpath.yaml:3  environments.local.ports: 'auth' is listed twice. Keep one.
                          3. goldenpath.yaml:5  environments.local.services.backend.url: ${port.backend} names no declared port. Add it to 'ports'.""");
    }

    @Test
    void aServiceWithoutAnAddressCannotBeCalled() {
        ServiceEndpoint service = new ServiceEndpoint(
                "redis",
                null,
                new Origin("goldenpath.yaml:9"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                EventSettings.NONE,
                SocketSettings.DEFAULT,
                Map.of(),
                Timeouts.DEFAULT,
                null,
                null,
                false,
                null,
                ProbeSettings.NONE);
        assertThatThrownBy(service::requiredUrl)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Service 'redis' has no url (goldenpath.yaml:9), so it can't be called. "
                        + "Give it one, or call the service that reports it.");
    }
}
