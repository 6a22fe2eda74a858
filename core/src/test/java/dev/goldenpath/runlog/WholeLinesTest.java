package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeLinesTest {
    private static final String LINES = "a\n\nbcd\n" + "e".repeat(30) + "\nfg\n→\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 31, 32, 1_000})
    void blocksHoldAllWholeLinesAndNothingElse(int usual) throws IOException {
        Path log = Files.writeString(folder.resolve("log"), LINES + "cut short");
        StringBuilder all = new StringBuilder();
        List<Long> offsets = new ArrayList<>();
        long expected = 0;
        try (WholeLines lines = new WholeLines(log, usual)) {
            for (WholeLines.Block block = lines.next(); block != null; block = lines.next()) {
                String text = text(block.lines());
                assertThat(text).endsWith("\n");
                assertThat(block.offset()).isEqualTo(expected);
                expected += text.getBytes(StandardCharsets.UTF_8).length;
                offsets.add(block.offset());
                all.append(text);
            }
        }
        assertThat(all).hasToString(LINES);
        assertThat(offsets).hasSizeGreaterThanOrEqualTo(usual < LINES.length() ? 2 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cut"})
    void aLogWithoutAWholeLineHasNoBlock(String text) throws IOException {
        try (WholeLines lines = new WholeLines(Files.writeString(folder.resolve("log"), text))) {
            assertThat(lines.next()).isNull();
        }
    }

    private static String text(Slice slice) {
        return new String(slice.bytes(), slice.start(), slice.length(), StandardCharsets.UTF_8);
    }
}
