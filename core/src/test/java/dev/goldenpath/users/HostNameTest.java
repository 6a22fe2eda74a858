package dev.goldenpath.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostNameTest {
    @TempDir
    private Path folder;

    @Test
    void isWhatTheSystemSaysElseAVariableElseSaidToBeMissing() throws IOException {
        Path told = folder.resolve("hostname");
        Map<String, String> variables = Map.of("COMPUTERNAME", "DESK-1");
        assertThat(HostName.of(told, variables)).isEqualTo("DESK-1");
        assertThat(HostName.of(told, Map.of())).isEqualTo("a machine without a name");
        Files.writeString(told, "build-7\n");
        assertThat(HostName.of(told, variables)).isEqualTo("build-7");
        Files.writeString(told, "\n");
        assertThat(HostName.of(told, variables)).isEqualTo("DESK-1");
    }
}
