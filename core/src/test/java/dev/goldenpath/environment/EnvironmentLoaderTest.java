package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentLoaderTest {
    private static final String FULL = """
            environment: staging
            environments:
              staging:
                remote: true
                ready-within: 90s
                services:
                  backend:
                    url: https://api.staging.example.com/
                    liveness: /health
                    health: /api/health/ready
                    revision: /version#/revision
                    identity: /api/me#/id
                    events: { type: /type }
                    depends-on: { auth: required, redis: optional }
                  auth:
                    url: https://auth.staging.example.com
                    health: /auth/health
                    login: { path: /auth/login, username: /email, password: /password, token: /access_token, refresh: /refresh_token, refresh-path: /auth/refresh }
                  redis: { reported-by: "backend#/checks/redis/status" }
                users:
                  alice: { service: auth, grant: login, username: alice@example.com, password: "${ALICE_PASSWORD}" }
                launch:
                  - { name: tunnel, command: "ssh -N 'host name'", ready-within: 60s }
                  - name: stack
                    command: [java, -jar, "a b.jar"]
              local:
                services:
                  backend: { url: "http://127.0.0.1:${NOT_SET_AND_NOT_NEEDED}", unknown-key: 1 }
            gate: { P1: 100%, overall: 95.5% }
            revenue: { currency: USD, chat: 120000, billing: 80000.50 }
            """;

    @TempDir
    private Path folder;

    private Environment full() {
        return new Project(folder).yaml(FULL).variable("ALICE_PASSWORD", "pw").load();
    }

    @Test
    void readsTheEnvironmentItself() {
        Environment environment = full();
        assertThat(environment.name()).isEqualTo("staging");
        assertThat(environment.chosenBy()).hasToString("goldenpath.yaml:1");
        assertThat(environment.remote()).isTrue();
        assertThat(environment.readyWithin()).isEqualTo(Duration.ofSeconds(90));
        assertThat(environment.gate().rates())
                .containsExactly(Map.entry("P1", new BigDecimal("100")), Map.entry("overall", new BigDecimal("95.5")));
        assertThat(environment.revenue().currency()).isEqualTo("USD");
        assertThat(environment.revenue().monthly())
                .containsExactly(
                        Map.entry("chat", new BigDecimal("120000")), Map.entry("billing", new BigDecimal("80000.50")));
    }

    @Test
    void readsServicesInTheOrderOfTheFile() {
        Environment environment = full();
        assertThat(environment.services().keySet()).containsExactly("backend", "auth", "redis");
        assertThat(environment.service("backend"))
                .isEqualTo(new ServiceEndpoint(
                        "backend",
                        URI.create("https://api.staging.example.com"),
                        new Origin("goldenpath.yaml:8"),
                        "/health",
                        "/api/health/ready",
                        new PointerReference("/version", "/revision"),
                        new PointerReference("/api/me", "/id"),
                        null,
                        null,
                        null,
                        EventSettings.ofType("/type"),
                        SocketSettings.DEFAULT,
                        Map.of("auth", Need.REQUIRED, "redis", Need.OPTIONAL),
                        Timeouts.DEFAULT,
                        null,
                        null,
                        false,
                        null,
                        ProbeSettings.NONE));
        assertThat(environment.service("auth").login())
                .isEqualTo(new LoginEndpoint(
                        "/auth/login",
                        "/email",
                        "/password",
                        "/access_token",
                        "/refresh_token",
                        "/auth/refresh",
                        null));
        assertThat(environment.service("redis").reportedBy())
                .isEqualTo(new PointerReference("backend", "/checks/redis/status"))
                .hasToString("backend#/checks/redis/status");
        assertThat(environment.service("redis").origin()).hasToString("goldenpath.yaml:19");
    }

    @Test
    void readsUsersAndKeepsTheirSecretsHidden() {
        UserAccount alice = full().user("alice");
        assertThat(alice.service()).contains("auth");
        assertThat(alice.grant()).isEqualTo("login");
        assertThat(alice.username()).contains("alice@example.com");
        assertThat(alice.secret("password").reveal()).isEqualTo("pw");
        assertThat(alice.secret("password").origin()).hasToString("goldenpath.yaml:21");
        assertThat(alice.toString()).contains("password=***").doesNotContain("pw");
        assertThat(full().secrets()).extracting(Secret::reveal).containsExactly("pw");
    }

    @Test
    void readsProcessesToLaunchWithTheirWords() {
        assertThat(full().launch())
                .containsExactly(
                        new LaunchSpec(
                                "tunnel",
                                List.of("ssh", "-N", "host name"),
                                Duration.ofSeconds(60),
                                new Origin("goldenpath.yaml:23")),
                        new LaunchSpec(
                                "stack",
                                List.of("java", "-jar", "a b.jar"),
                                Duration.ofSeconds(30),
                                new Origin("goldenpath.yaml:24")));
    }

    @Test
    void whatIsNotDeclaredHasAnHonestDefault() {
        Environment environment = new Project(folder)
                .yaml("environments: { only: { services: { backend: { url: 'http://127.0.0.1:1' } } } }")
                .load();
        assertThat(environment.chosenBy()).hasToString("being the only one");
        assertThat(environment.remote()).isFalse();
        assertThat(environment.readyWithin()).isEqualTo(Duration.ofSeconds(30));
        assertThat(environment.users()).isEmpty();
        assertThat(environment.launch()).isEmpty();
        assertThat(environment.gate()).isEqualTo(GateSettings.NONE);
        assertThat(environment.revenue().monthly()).isEmpty();
        assertThat(environment.service("backend").health()).isNull();
    }

    @Test
    void aSystemPropertyComesBeforeAnEnvironmentVariableBeforeTheFile() {
        String yaml = """
                environments:
                  local:
                    services:
                      chat-api: { url: "http://127.0.0.1:1" }
                """;
        Project project = new Project(folder).yaml(yaml);
        assertUrl(project, "http://127.0.0.1:1", "goldenpath.yaml:4");
        project.variable("GOLDENPATH_SERVICES_CHAT_API_URL", "http://127.0.0.1:2");
        assertUrl(project, "http://127.0.0.1:2", "environment variable GOLDENPATH_SERVICES_CHAT_API_URL");
        project.property("goldenpath.services.chat-api.url", "http://127.0.0.1:3");
        assertUrl(project, "http://127.0.0.1:3", "system property goldenpath.services.chat-api.url");
    }

    @Test
    void anOverrideMaySetWhatTheFileDoesNotAndUseVariables() {
        Environment environment = new Project(folder)
                .yaml(
                        "environments: { local: { services: { backend: { url: 'http://127.0.0.1:1' } } } }\ngate: { P1: 100% }")
                .property("goldenpath.ready-within", "${SECONDS}s")
                .property("goldenpath.services.backend.health", "/health")
                .property("goldenpath.gate.P1", "90%")
                .variable("SECONDS", "7")
                .load();
        assertThat(environment.readyWithin()).isEqualTo(Duration.ofSeconds(7));
        assertThat(environment.service("backend").health()).isEqualTo("/health");
        assertThat(environment.gate().rates()).containsEntry("P1", new BigDecimal("90"));
    }

    @Test
    void aVariableIsFilledFromTheEnvironmentBeforeTheSystemProperties() {
        Project project = new Project(folder)
                .yaml("environments: { local: { services: { backend: { url: 'http://${HOST}:1' } } } }")
                .property("HOST", "127.0.0.2");
        assertUrl(project, "http://127.0.0.2:1", "goldenpath.yaml:1");
        project.variable("HOST", "127.0.0.3");
        assertUrl(project, "http://127.0.0.3:1", "goldenpath.yaml:1");
    }

    @Test
    void theFileMayBeElsewhere() {
        Project project = new Project(folder)
                .file("sub/other.yaml", "environments: { a: { services: { b: { url: 'http://127.0.0.1' } } } }");
        project.property("goldenpath.file", "sub/other.yaml");
        assertUrl(project, "http://127.0.0.1", "sub/other.yaml:1");
    }

    private static void assertUrl(Project project, String url, String origin) {
        ServiceEndpoint service = project.load().services().values().iterator().next();
        assertThat(service.url()).hasToString(url);
        assertThat(service.origin()).hasToString(origin);
    }
}
