package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadValuesTest {
    @TempDir
    private Path folder;

    @Test
    void allThatWasReadIsListedInTheOrderOfTheFileWithItsOrigin() {
        Project project = new Project(folder).yaml("""
                        gate: { P1: 100% }
                        environment: staging
                        environments:
                          other: { ready-within: 1s }
                          staging:
                            ports: [one, two]
                            services:
                              shop:
                                health: /health
                                url: "https://${HOST}.example.com"
                            launch:
                              - { name: stack, command: [run, fast] }
                        redact: { headers: X-Session }
                        """).variable("HOST", "shop").property("goldenpath.gate.P1", "90%");

        assertThat(shown(project))
                .startsWith(
                        "gate.P1 = 90% (system property goldenpath.gate.P1)",
                        "environment = staging (goldenpath.yaml:2)",
                        "environments.staging.ports[0] = one (goldenpath.yaml:6)",
                        "environments.staging.ports[1] = two (goldenpath.yaml:6)",
                        "environments.staging.services.shop.health = /health (goldenpath.yaml:9)",
                        "environments.staging.services.shop.url = https://shop.example.com (goldenpath.yaml:10,"
                                + " written https://${HOST}.example.com)",
                        "environments.staging.launch[0].name = stack (goldenpath.yaml:12)",
                        "environments.staging.launch[0].command[0] = run (goldenpath.yaml:12)",
                        "environments.staging.launch[0].command[1] = fast (goldenpath.yaml:12)",
                        "redact.headers = X-Session (goldenpath.yaml:13)")
                .hasSize(10);
    }

    @Test
    void whatOnlyAnOverrideSetsStandsBehindTheRestOfItsSection() {
        Project project = new Project(folder).yaml("""
                        environments:
                          a:
                            services:
                              shop: { url: "http://127.0.0.1" }
                              till: { url: "http://127.0.0.2" }
                        """).variable("GOLDENPATH_SERVICES_SHOP_TIMEOUTS_CALL", "2s");

        assertThat(shown(project))
                .containsExactly(
                        "environments.a.services.shop.url = http://127.0.0.1 (goldenpath.yaml:4)",
                        "environments.a.services.shop.timeouts.call = 2s"
                                + " (environment variable GOLDENPATH_SERVICES_SHOP_TIMEOUTS_CALL)",
                        "environments.a.services.till.url = http://127.0.0.2 (goldenpath.yaml:5)");
    }

    @Test
    void noSecretIsShown() {
        Project project = new Project(folder).yaml("""
                        environments:
                          a:
                            services: { shop: { url: "https://${planted:ci/alice:2}.example.com" } }
                            users:
                              alice: { grant: basic, username: "${planted:alice}", password: "pw-${PW}-${planted:alice}" }
                              bob: { grant: basic, username: "of-hunter22", password: hunter22 }
                        """).variable("PW", "of-alice");

        assertThat(shown(project))
                .containsExactly(
                        "environments.a.services.shop.url = https://***.example.com (goldenpath.yaml:3,"
                                + " written https://${planted:ci/alice:2}.example.com)",
                        "environments.a.users.alice.grant = basic (goldenpath.yaml:5)",
                        "environments.a.users.alice.username = *** (goldenpath.yaml:5, written ${planted:alice})",
                        "environments.a.users.alice.password = *** (goldenpath.yaml:5,"
                                + " written ${PW}${planted:alice})",
                        "environments.a.users.bob.grant = basic (goldenpath.yaml:6)",
                        "environments.a.users.bob.username = of-*** (goldenpath.yaml:6)",
                        "environments.a.users.bob.password = *** (goldenpath.yaml:6)");
    }

    @Test
    void whatAnEventContractSaysIsNoneOfThem() {
        Project project = new Project(folder)
                .yaml("environments: { a: { services: { b: { url: 'http://h', events:"
                        + " { type: /type, contract: events.yaml } } } } }")
                .file("events.yaml", "{ version: 1, contracts: { c: { events: [ { name: n } ] } } }");

        assertThat(shown(project))
                .extracting(line -> line.replaceFirst(" =.*", ""))
                .containsExactly(
                        "environments.a.services.b.url",
                        "environments.a.services.b.events.type",
                        "environments.a.services.b.events.contract");
    }

    static List<String> shown(Project project) {
        return project.load().values().stream()
                .map(value -> value.key() + " = " + value.shown() + " (" + value.origin()
                        + (value.written() == null ? "" : ", written " + value.written()) + ")")
                .toList();
    }
}
