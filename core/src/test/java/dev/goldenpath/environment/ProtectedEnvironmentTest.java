package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtectedEnvironmentTest {
    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void protect() {
        project = new Project(folder).yaml("""
                        environments:
                          production:
                            protected: true
                        """);
    }

    @Test
    void tellsWhatProtectsIt() {
        assertThat(project.load().protectedBy()).hasToString("goldenpath.yaml:3");
        project.variable("GOLDENPATH_PROTECTED", "true");
        assertThat(project.load().protectedBy()).hasToString("environment variable GOLDENPATH_PROTECTED");
    }

    @Test
    void isProtectedOnlyWhereThatIsSaid() {
        assertThat(project.property("goldenpath.protected", "false").load().protectedBy())
                .isNull();
        assertThat(new Project(folder).yaml("environments: { a: { } }").load().protectedBy())
                .isNull();
    }

    @Test
    void isEitherProtectedOrNot() {
        assertThat(project.property("goldenpath.protected", "yes").problems())
                .containsExactly("system property goldenpath.protected  environments.production.protected: 'yes'"
                        + " is neither true nor false. Correct it.");
    }
}
