package dev.goldenpath.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPeersTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private final LocalPeers peers = new LocalPeers();

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(strings = {"127.0.0.1", "::1", "127.0.0.2"})
    void aServerOfThisJvmIsServedHereWhileItListens(String address) throws IOException {
        InetSocketAddress peer;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            peer = new InetSocketAddress(server.getInetAddress(), server.getLocalPort());

            assertThat(peers.servedHere(peer)).isTrue();
            assertThat(peers.servedHere(peer)).isTrue();
        }
        assertThat(peers.servedHere(peer)).isFalse();
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void oneThatListensEverywhereIsServedHereAtEachAddress(String address) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true).bind(new InetSocketAddress(0));

            assertThat(peers.servedHere(
                            new InetSocketAddress(address, server.socket().getLocalPort())))
                    .isTrue();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anotherAddressWithTheSamePortIsNotServedHere() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            assertThat(peers.servedHere(new InetSocketAddress("127.0.0.1", server.getLocalPort())))
                    .isFalse();
        }
    }

    @Test
    void aServerOfAnotherProcessIsNotServedHere() {
        URI url = SERVER.url();

        assertThat(peers.servedHere(new InetSocketAddress(url.getHost(), url.getPort())))
                .isFalse();
    }

    @Test
    void aPeerOnAnotherMachineIsNotServedHereAndNotLookedFor(@TempDir Path process) throws IOException {
        Files.createFile(process.resolve("net"));
        LocalPeers broken = new LocalPeers(process);

        assertThat(broken.servedHere(new InetSocketAddress("192.0.2.1", 80))).isFalse();
        assertThat(broken.servedHere(InetSocketAddress.createUnresolved("nowhere.invalid", 80)))
                .isFalse();
    }

    @Test
    void whereTheSystemTellsNothingNoPeerIsServedHere(@TempDir Path process) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new LocalPeers(process)
                            .servedHere(new InetSocketAddress(server.getInetAddress(), server.getLocalPort())))
                    .isFalse();
        }
    }
}
