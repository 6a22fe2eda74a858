package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.example.stack.launcher.Options;
import dev.goldenpath.example.stack.launcher.UsageException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @Test
    void hasADefaultForEverything() throws UsageException {
        assertThat(Options.parse())
                .isEqualTo(new Options(0, 0, 0, null, "unreleased", Duration.ofSeconds(900), null, null, null));
    }

    @Test
    void readsEveryOption() throws UsageException {
        assertThat(Options.parse(
                        "--auth-port", "4001",
                        "--backend-port", "4002",
                        "--postgres-port", "4004",
                        "--data-dir", "somewhere",
                        "--revision", "abc123",
                        "--access-token-ttl", "2",
                        "--signing-key", "demo-signing-key.json",
                        "--issuer", "https://auth.example.com",
                        "--faults", "4003"))
                .isEqualTo(new Options(
                        4001,
                        4002,
                        4004,
                        Path.of("somewhere").toAbsolutePath(),
                        "abc123",
                        Duration.ofSeconds(2),
                        Path.of("demo-signing-key.json").toAbsolutePath(),
                        URI.create("https://auth.example.com"),
                        4003));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            --auth-prot 1, --auth-prot: no such option
            --auth-port, --auth-port: value missing
            --auth-port 1 --auth-port 2, --auth-port: given twice
            --auth-port x, --auth-port: 'x' is not a whole number from 0 to 65535
            --backend-port 65536, --backend-port: '65536' is not a whole number from 0 to 65535
            --faults -1, --faults: '-1' is not a whole number from 0 to 65535
            --issuer auth, --issuer: 'auth' is no http or https address
            --access-token-ttl 0, --access-token-ttl: '0' is not a whole number from 1 to 86400
            --auth-port 7 --backend-port 7, --backend-port: is the same as --auth-port""")
    void namesTheOffendingOption(String arguments, String message) {
        assertThatThrownBy(() -> Options.parse(arguments.split(" "))).hasMessage(message);
    }

    @Test
    void exitsWithTwoAndTheUsage() throws Exception {
        try (LaunchedStack stack = LaunchedStack.launch(Map.of(), "--frobnicate")) {
            assertThat(stack.awaitExit()).isEqualTo(2);
            assertThat(stack.wholeOutput())
                    .startsWith("--frobnicate: no such option")
                    .contains("usage:");
        }
    }

    @Test
    void explainsItself() throws Exception {
        try (LaunchedStack stack = LaunchedStack.launch(Map.of(), "--help")) {
            assertThat(stack.awaitExit()).isZero();
            assertThat(stack.wholeOutput()).startsWith("usage:").contains("--access-token-ttl");
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LaunchedStack stack =
                        LaunchedStack.launch(Map.of(), "--auth-port", Integer.toString(taken.getLocalPort()))) {
            assertThat(stack.awaitExit()).isEqualTo(1);
            assertThat(stack.wholeOutput()).contains("Port " + taken.getLocalPort() + " on 127.0.0.1 cannot be used");
        }
    }
}
