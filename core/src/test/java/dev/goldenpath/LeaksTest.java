package dev.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaksTest {
    @TempDir
    private Path folder;

    @Test
    void aSecretIsFoundInEachOfItsForms() throws IOException {
        for (String form : Leaks.forms("seed/Secret+1")) {
            Path planted = Files.writeString(folder.resolve("planted"), "first\nbefore" + form + "after\n");
            assertThat(Leaks.in(planted, List.of("another", "seed/Secret+1")))
                    .containsExactly("seed/Secret+1 in planted: before" + form + "after");
        }
    }
}
