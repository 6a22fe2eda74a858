package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiteralSecretsTest {
    @TempDir
    private Path folder;

    @Test
    void aSecretThatStandsInTheFileIsFound() {
        Finding finding = Finding.inTraffic(
                "literal-secret",
                Effect.WARNING,
                "The secret environments.staging.services.b.proxy.password stands in goldenpath.yaml:6.",
                "Put it where only those can read it who need it, and write ${env:NAME} or ${file:path} here; where it"
                        + " opens nothing but this machine's own services, mark the environment with 'remote: false'.");

        assertThat(found(project("", "hunter2"))).containsExactly(finding);
        assertThat(found(project("remote: true", "hunter2"))).containsExactly(finding);
    }

    @Test
    void oneOfAnEnvironmentThatIsMarkedAsLocalIsNot() {
        assertThat(found(project("remote: false", "hunter2"))).isEmpty();
    }

    @Test
    void oneThatComesFromElsewhereIsNot() {
        assertThat(found(project("", "${PW}").variable("PW", "hunter2"))).isEmpty();
        assertThat(found(project("", "${PW}").variable("PW", "${PW}"))).isEmpty();
        assertThat(found(project("", "${planted:alice}"))).isEmpty();
        assertThat(found(project("", "hunter2").variable("GOLDENPATH_SERVICES_B_PROXY_PASSWORD", "hunter2")))
                .isEmpty();
        assertThat(found(project("", "hunter2").property("goldenpath.services.b.proxy.password", "hunter3")))
                .isEmpty();
    }

    private static List<Finding> found(Project project) {
        return LiteralSecrets.in(project.load());
    }

    private Project project(String marked, String password) {
        return new Project(folder).yaml("""
                environments:
                  staging:
                    %s
                    services:
                      b: { url: 'http://b.example.com',
                           proxy: { url: 'http://p.example.com:3128', username: ci, password: '%s' } }
                """.formatted(marked, password));
    }
}
