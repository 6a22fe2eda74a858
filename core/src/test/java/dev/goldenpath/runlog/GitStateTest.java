package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitStateTest {

    @TempDir
    private Path folder;

    @Test
    void tellsCommitAndWhetherTrackedFilesDiffer() throws Exception {
        git("init", "-q");
        Files.writeString(folder.resolve("tracked"), "1");
        git("add", "tracked");
        git("-c", "user.name=n", "-c", "user.email=n@example.com", "commit", "-q", "-m", "first");
        Files.writeString(folder.resolve("untracked"), "1");
        GitState clean = GitState.of(folder).orElseThrow();
        assertThat(clean.commit()).matches("[0-9a-f]{40}");
        assertThat(clean.dirty()).isFalse();
        Files.writeString(folder.resolve("tracked"), "2");
        assertThat(GitState.of(folder)).contains(new GitState(clean.commit(), true));
    }

    @Test
    void isAbsentOutsideAWorkTree() {
        assertThat(GitState.of(folder)).isEmpty();
    }

    @Test
    void isToldOfTheWorkingDirectoryToo() {
        assertThat(GitState.of(Path.of(""))).isEqualTo(GitState.of(Path.of("").toAbsolutePath()));
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("git").directory(folder.toFile());
        builder.command().addAll(List.of(arguments));
        Process process = builder.redirectErrorStream(true).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
    }
}
