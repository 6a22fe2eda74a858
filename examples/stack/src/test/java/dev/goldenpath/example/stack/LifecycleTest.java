package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest {
    @Test
    @Tag("starts")
    void leavesNothingBehindWhenAskedToStop() throws Exception {
        try (LaunchedStack stack = LaunchedStack.start(Map.of())) {
            List<ProcessHandle> processes = stack.launcher().descendants().toList();
            Path directory = stack.directory();

            stack.launcher().destroy();
            stack.awaitExit();

            assertThat(processes).hasSizeGreaterThan(4);
            assertThat(Await.alive(processes)).isEmpty();
            assertThat(directory).doesNotExist();
        }
    }

    @Test
    void leavesNothingBehindWhenKilled() throws Exception {
        try (LaunchedStack stack = LaunchedStack.start(Map.of())) {
            List<ProcessHandle> processes = stack.launcher().descendants().toList();
            Path directory = stack.directory();

            stack.launcher().destroyForcibly();
            stack.awaitExit();

            Await.gone(processes);
            assertThat(directory).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    void leavesNothingBehindWhenStoppedWhileStarting(int processesSoFar, @TempDir Path directory) throws Exception {
        Set<ProcessHandle> seen = new HashSet<>();
        String data = directory.resolve("data").toString();
        try (LaunchedStack stack = LaunchedStack.launch(Map.of(), "--data-dir", data)) {
            Await.until("processes", () -> {
                seen.addAll(stack.launcher().descendants().toList());
                return seen.size() >= processesSoFar;
            });

            stack.launcher().destroy();
            Await.until("the end of the launcher", () -> {
                seen.addAll(stack.launcher().descendants().toList());
                return !stack.launcher().isAlive();
            });

            assertThat(Await.alive(seen)).isEmpty();
            assertThat(stack.wholeOutput()).doesNotContain("ready in", "stack failed");
        }
    }

    @Test
    void endsWithAReasonWhenAServerDies() throws Exception {
        try (LaunchedStack stack = LaunchedStack.start(Map.of())) {
            List<ProcessHandle> processes = stack.launcher().descendants().toList();

            stack.server("redis-server").destroyForcibly();

            assertThat(stack.awaitExit()).isEqualTo(1);
            assertThat(stack.wholeOutput()).contains("stack failed: redis ended (exit code 137)");
            assertThat(Await.alive(processes)).isEmpty();
        }
    }

    @Test
    @Tag("starts")
    void keepsItsDataInADirectoryOfItsOwnForOneStackAtATime(@TempDir Path directory) throws Exception {
        String data = directory.resolve("data").toString();
        String threadId;
        try (LaunchedStack first = LaunchedStack.start(Map.of("STACK_USER_ALICE_PASSWORD", "x"), "--data-dir", data);
                LaunchedStack second = LaunchedStack.launch(Map.of(), "--data-dir", data)) {
            assertThat(first.auth().login("alice").status()).isEqualTo(401);
            Api bob = first.backend().as(first.auth().login("bob").text("/access_token"));
            threadId = bob.post("/api/threads", Map.of("title", "Kept")).text("/id");
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.wholeOutput())
                    .contains("in use by process " + first.launcher().pid());
        }
        try (LaunchedStack again = LaunchedStack.start(Map.of(), "--data-dir", data)) {
            Api bob = again.backend().as(again.auth().login("bob").text("/access_token"));
            assertThat(bob.get("/api/threads/" + threadId).text("/title")).isEqualTo("Kept");
        }
    }

    @Test
    @Tag("starts")
    @EnabledOnOs(OS.LINUX)
    void startsAsRootWhereUserNamespacesAreRefused(@TempDir Path directory) throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root needs a way around root");
        Path unshare = Files.writeString(directory.resolve("unshare"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(unshare, PosixFilePermissions.fromString("rwxr-xr-x"));
        String path = directory + ":" + System.getenv("PATH");

        try (LaunchedStack stack = LaunchedStack.start(Map.of("PATH", path))) {
            assertThat(stack.server("bin/postgres").info().user()).contains("nobody");
            assertThat(stack.auth().login("alice").status()).isEqualTo(200);
        }
    }
}
