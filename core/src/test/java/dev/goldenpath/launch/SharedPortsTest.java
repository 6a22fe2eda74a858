package dev.goldenpath.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.environment.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedPortsTest {
    @TempDir
    private Path folder;

    @Test
    void areTheSameForAllOfOneRun() {
        Map<String, Integer> chosen = ports("run").choose("local", List.of("auth", "backend"));
        assertThat(chosen).containsOnlyKeys("auth", "backend");
        assertThat(ports("run").choose("local", List.of("backend", "auth"))).isEqualTo(chosen);
    }

    @Test
    void areOthersForAnotherRunAndAnotherEnvironment() {
        List<String> names = List.of("auth", "backend");
        assertThat(List.of(
                        ports("run").choose("local", names),
                        ports("run").choose("staging", names),
                        ports("other").choose("local", names)))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatOneJvmHasNoNeedForIsChosenForTheNext() {
        Map<String, Integer> first = ports("run").choose("local", List.of("auth"));
        Map<String, Integer> second = ports("run").choose("local", List.of("auth", "backend"));
        assertThat(second).containsAllEntriesOf(first).containsOnlyKeys("auth", "backend");
        assertThat(Set.copyOf(second.values())).hasSize(2);
    }

    @Test
    void nothingIsKeptWhereNoneAreNamed() {
        assertThat(ports("run").choose("local", List.of())).isEmpty();
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aFileThatIsNoneOfItsOwnIsTold() throws IOException {
        ports("run").choose("local", List.of("auth"));
        Path file = Supervisors.files(folder.resolve("run"), "local-", ".ports").get(0);
        Files.writeString(file, "auth\n");
        assertThatThrownBy(() -> ports("run").choose("local", List.of("auth")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The ports of environment 'local' can't be shared by " + file
                        + ": java.io.IOException: 'auth' is no port and name; remove the file");
    }

    private SharedPorts ports(String run) {
        return new SharedPorts(folder.resolve(run));
    }
}
