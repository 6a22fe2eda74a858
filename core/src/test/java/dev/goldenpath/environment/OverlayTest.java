package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayTest {
    record Shop(Optional<String> currency, Optional<Integer> items) {}

    private static final String MAIN = """
            environment: staging
            environments:
              local: { services: { backend: { url: "http://127.0.0.1:1" } } }
              staging:
                ready-within: 90s
                ports: [one, two]
                services:
                  backend: &backend
                    url: "http://${GONE}"
                    health: /health
                    timeouts: { connect: 1s, call: 2s }
                  other: *backend
            gate: { P1: 100%, P2: 90% }
            settings: { shop: { currency: EUR, items: 1 } }
            """;

    @TempDir
    private Path folder;

    private Project project(String overlay) {
        return new Project(folder).yaml(MAIN).file("goldenpath-staging.yaml", overlay);
    }

    @Test
    void keysAreMergedAndTextsAndListsReplaced() {
        Environment environment = project("""
                        ports: [three]
                        services:
                          backend: { url: "http://127.0.0.1:2", timeouts: { call: 3s } }
                          other:
                            url: "http://127.0.0.1:3"
                          third: { url: "http://127.0.0.1:4" }
                        gate: { P2: 95%, overall: 90% }
                        settings: { shop: { items: 2 } }
                        """).load();

        assertThat(environment.readyWithin()).isEqualTo(Duration.ofSeconds(90));
        assertThat(environment.services().keySet()).containsExactly("backend", "other", "third");
        ServiceEndpoint backend = environment.service("backend");
        assertThat(backend.url()).hasToString("http://127.0.0.1:2");
        assertThat(backend.health()).isEqualTo("/health");
        assertThat(backend.timeouts().connect()).isEqualTo(Duration.ofSeconds(1));
        assertThat(backend.timeouts().call()).isEqualTo(Duration.ofSeconds(3));
        assertThat(environment.service("other").timeouts().call()).isEqualTo(Duration.ofSeconds(2));
        assertThat(environment.gate().rates())
                .containsExactly(
                        Map.entry("P1", new BigDecimal("100")),
                        Map.entry("P2", new BigDecimal("95")),
                        Map.entry("overall", new BigDecimal("90")));
        assertThat(environment.settings().bind("shop", Shop.class))
                .isEqualTo(new Shop(Optional.of("EUR"), Optional.of(2)));
    }

    @Test
    void everyValueKeepsItsOwnOrigin() {
        Project project = project("""
                        services:
                          backend: { url: "http://127.0.0.1:2" }
                          other: { url: "http://127.0.0.1:3" }
                        """).variable("GOLDENPATH_GATE_P2", "80%");

        assertThat(ReadValuesTest.shown(project))
                .containsSubsequence(
                        "environments.staging.ready-within = 90s (goldenpath.yaml:5)",
                        "environments.staging.services.backend.url = http://127.0.0.1:2 (goldenpath-staging.yaml:2)",
                        "environments.staging.services.backend.health = /health (goldenpath.yaml:10)",
                        "environments.staging.services.other.url = http://127.0.0.1:3 (goldenpath-staging.yaml:3)",
                        "environments.staging.services.other.health = /health (goldenpath.yaml:10)",
                        "gate.P2 = 80% (environment variable GOLDENPATH_GATE_P2)");
        assertThat(project.load().service("backend").origin()).hasToString("goldenpath-staging.yaml:2");
    }

    @Test
    void onlyThatOfTheChosenEnvironmentIsRead() {
        Project project = project("services: [").property("goldenpath.environment", "local");
        assertThat(project.load().name()).isEqualTo("local");
    }

    @Test
    void anEnvironmentMayBeDeclaredByItAlone() {
        Project project = new Project(folder)
                .yaml("gate: { P1: 100% }")
                .file("goldenpath-ci.yaml", "services: { backend: { url: 'http://127.0.0.1:5' } }");
        assertThat(project.load().name()).isEqualTo("ci");
        assertThat(project.loader().chosenName()).contains("ci");
        assertThat(project.load().service("backend").origin()).hasToString("goldenpath-ci.yaml:1");

        project.yaml(MAIN).property("goldenpath.environment", "ci");
        assertThat(project.load().service("backend").url()).hasToString("http://127.0.0.1:5");
        project.file("goldenpath-ci.yaml", "# nothing yet");
        assertThat(project.load().services()).isEmpty();
    }

    @Test
    void itChangesNothingAboutWhichEnvironmentIsChosen() {
        Project project = new Project(folder)
                .yaml("environments: { local: { services: { b: { url: 'http://127.0.0.1:1' } } } }")
                .file("goldenpath-ci.yaml", "services: { backend: { url: 'http://127.0.0.1:5' } }");
        assertThat(project.load().name()).isEqualTo("local");
        project.property("goldenpath.environment", "c");
        assertThatThrownBy(project::load).hasMessage("""
                        goldenpath.yaml can't be used: 1 problem
                          1. system property goldenpath.environment  environment 'c' is not declared. Did you mean 'ci'? Declared: local, ci.""");
    }

    @Test
    void itStandsBesideTheFileThatIsNamed() {
        Project project = new Project(folder)
                .file("sub/shop.yaml", "environments: { a: { services: { b: { url: 'http://127.0.0.1:1' } } } }")
                .file("sub/shop-a.yaml", "services: { b: { url: 'http://127.0.0.1:2' } }")
                .file("sub/goldenpath-a.yaml", "services: { b: { url: 'http://127.0.0.1:3' } }")
                .property("goldenpath.file", "sub/shop.yaml");
        assertThat(project.load().service("b").origin()).hasToString("sub/shop-a.yaml:1");

        project.property("goldenpath.file", folder.resolve("sub/shop.yaml").toString());
        assertThat(project.load().service("b").url()).hasToString("http://127.0.0.1:2");
    }

    @Test
    void itStandsOnTheClassPathWhereTheFileDoes() throws MalformedURLException {
        new Project(folder)
                .file("resources/goldenpath.yaml", "environments: { a: { } }")
                .file("resources/goldenpath-a.yaml", "services: { b: { url: 'http://127.0.0.1:2' } }")
                .file("resources/goldenpath-c.yaml", "services: { b: { url: 'http://127.0.0.1:3' } }");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new URLClassLoader(
                new URL[] {folder.resolve("resources").toUri().toURL()}, before));
        try {
            EnvironmentLoader loader = new Project(folder.resolve("empty")).loader();
            assertThat(loader.load(null).service("b").origin()).hasToString("classpath:goldenpath-a.yaml:1");
            assertThat(loader.load("c").service("b").origin()).hasToString("classpath:goldenpath-c.yaml:1");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void whatHasNoPlaceInItIsAProblem() {
        Project project = project("""
                        environment: staging
                        environments: { staging: { } }
                        ready-wihtin: 3s
                        services:
                          backend: { url: "http://127.0.0.1:2", heatlh: /h }
                          other: { url: ftp }
                        gate: { P9: 1% }
                        ports: [a]
                        ports: [b]
                        """);
        assertThat(project.problems())
                .extracting(problem -> problem.replaceAll(" Known here: .*", ""))
                .containsExactlyInAnyOrder(
                        "goldenpath-staging.yaml:1  environment has no place in an overlay. Choose the environment in"
                                + " goldenpath.yaml, or by -Dgoldenpath.environment=….",
                        "goldenpath-staging.yaml:2  environments has no place in an overlay. Write here what stands"
                                + " below environments.staging in goldenpath.yaml, without that beginning.",
                        "goldenpath-staging.yaml:3  environments.staging.ready-wihtin: unknown key."
                                + " Did you mean 'ready-within'?",
                        "goldenpath-staging.yaml:5  environments.staging.services.backend.heatlh: unknown key."
                                + " Did you mean 'health'?",
                        "goldenpath-staging.yaml:6  environments.staging.services.other.url: 'ftp' is no http or https"
                                + " URL with a host. Correct it.",
                        "goldenpath-staging.yaml:7  gate.P9: unknown key. Did you mean 'P1'?",
                        "goldenpath-staging.yaml:9  environments.staging.ports stands here a second time (first:"
                                + " goldenpath-staging.yaml:8). Keep one.");
    }

    @Test
    void aListIsNoOverlay() {
        assertThat(project("- a").variable("GONE", "127.0.0.1").problems())
                .containsExactly(
                        "goldenpath-staging.yaml:1  The file must hold keys and values. Write 'key: value' in it.");
    }

    @Test
    void oneThatIsNoYamlIsNamed() {
        assertThatThrownBy(project("a: [1\nb: 2\n")::load).hasMessage("""
                        goldenpath-staging.yaml is not valid YAML: 1 problem
                          1. goldenpath-staging.yaml:2  expected ',' or ']', but got :. Correct the line.""");
    }

    @Test
    void oneWhoseNameIsMisspeltIsFound() {
        Project project = new Project(folder)
                .yaml("environments: { staging: { services: { b: { url: 'http://127.0.0.1:1' } } } }")
                .file("goldenpath-stagng.yaml", "services: { b: { url: 'http://127.0.0.1:2' } }")
                .file("goldenpath-production.yaml", "protected: true");
        assertThat(project.problems())
                .containsExactly("goldenpath-stagng.yaml  The file lies over no environment of goldenpath.yaml. Did you"
                        + " mean 'staging'? Name it goldenpath-staging.yaml, or add 'stagng' below environments.");

        project.yaml("environment: staging\nenvironments: { staging: { }, stagng: { } }");
        assertThat(project.load().services()).isEmpty();
    }

    @Test
    void aFileThatHoldsItselfIsReadToItsEnd() {
        Project project = new Project(folder)
                .yaml("environment: a\nenvironments: { a: &a { services: *a } }")
                .file("goldenpath-a.yaml", "services: &s { services: *s }");
        assertThat(project.problems()).isNotEmpty();
    }
}
