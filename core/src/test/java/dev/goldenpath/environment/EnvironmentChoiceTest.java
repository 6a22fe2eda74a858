package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentChoiceTest {
    private static final String TWO = """
            environments:
              local: { services: { backend: { url: "http://127.0.0.1:1" } } }
              staging: { services: { backend: { url: "${STAGING_URL}" } } }
            """;

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void twoEnvironments() {
        project = new Project(folder).yaml(TWO);
    }

    @Test
    void onlyTheChosenEnvironmentsVariablesAreResolved() {
        project.yaml("environment: local\n" + TWO);
        assertThat(project.load().name()).isEqualTo("local");
    }

    @Test
    void aSystemPropertyChoosesBeforeAVariableBeforeTheFile() {
        project.yaml("environment: staging\n" + TWO).variable("GOLDENPATH_ENVIRONMENT", "local");
        assertThat(project.load().chosenBy()).hasToString("environment variable GOLDENPATH_ENVIRONMENT");
        project.property("goldenpath.environment", "staging").variable("STAGING_URL", "http://127.0.0.1:2");
        assertThat(project.load().name()).isEqualTo("staging");
        assertThat(project.load().chosenBy()).hasToString("system property goldenpath.environment");
    }

    @Test
    void aTestClassChoosesBeforeAllOthers() {
        Environment chosen =
                project.property("goldenpath.environment", "staging").loader().load("local");
        assertThat(chosen.name()).isEqualTo("local");
        assertThat(chosen.chosenBy()).hasToString("the test class");
    }

    @Test
    void theChosenNameIsKnownBeforeTheEnvironmentCanBeUsed() {
        assertThat(project.property("goldenpath.environment", "staging")
                        .loader()
                        .chosenName())
                .contains("staging");
        assertThat(new Project(folder.resolve("none")).loader().chosenName()).isEmpty();
    }

    @Test
    void namesThoseDeclaredWhenNoneIsChosen() {
        assertThatThrownBy(project::load).hasMessage("""
                        goldenpath.yaml can't be used: 1 problem
                          1. goldenpath.yaml:1  environment is missing. Choose one of local, staging, by 'environment: …' in the file or -Dgoldenpath.environment=….""");
    }

    @Test
    void namesWhatWasMeantWhenTheChosenOneIsNotDeclared() {
        project.variable("GOLDENPATH_ENVIRONMENT", "stagin");
        assertThatThrownBy(project::load).hasMessage("""
                        goldenpath.yaml can't be used: 1 problem
                          1. environment variable GOLDENPATH_ENVIRONMENT  environment 'stagin' is not declared. Did you mean 'staging'? Declared: local, staging.""");
    }

    @Test
    void saysThatNoneIsDeclared() {
        project.yaml("gate: { P1: 100% }");
        assertThatThrownBy(project::load).hasMessage("""
                        goldenpath.yaml can't be used: 1 problem
                          1. goldenpath.yaml:1  environments is missing. Declare at least one environment with its services.""");
    }

    @Test
    void anUnknownServiceOrUserIsAnsweredWithThoseDeclared() {
        project.property("goldenpath.environment", "local");
        Environment environment = project.load();
        assertThatThrownBy(() -> environment.service("backnd"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Environment 'local' has no service 'backnd'. Did you mean 'backend'? Declared: backend."
                        + " Declare it under environments.local.services in goldenpath.yaml.");
        assertThatThrownBy(() -> environment.user("alice"))
                .hasMessage("Environment 'local' has no user 'alice'. Declared: none."
                        + " Declare it under environments.local.users in goldenpath.yaml.");
    }
}
