package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketTableTest {

    @ParameterizedTest
    @CsvSource({
        "0100007F:07E8, 127.0.0.1, true",
        "00000000:07E8, 0.0.0.0, false",
        "0101A8C0:07E8, 192.168.1.1, false",
        "0000000000000000FFFF00000100007F:07E8, 127.0.0.1, true",
        "00000000000000000000000001000000:07E8, 0:0:0:0:0:0:0:1, true",
        "00000000000000000000000000000000:07E8, 0:0:0:0:0:0:0:0, false",
        "000080FE00000000FF005450B6AD1DFE:07E8, fe80:0:0:0:5054:ff:fe1d:adb6, false"
    })
    void tellsLoopbackFromEveryOtherAddress(String text, String address, boolean loopback) throws IOException {
        InetSocketAddress read = SocketTable.address(text);

        assertThat(read.getAddress().getHostAddress()).isEqualTo(address);
        assertThat(read.getAddress().isLoopbackAddress()).isEqualTo(loopback);
        assertThat(read.getPort()).isEqualTo(2024);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void seesASocketWhileItIsOpenAndNoLonger() throws IOException {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 2}));
        InetSocketAddress address = (InetSocketAddress) socket.getLocalSocketAddress();

        assertThat(SocketTable.localAddresses(ProcessHandle.current())).contains(address);
        socket.close();
        assertThat(SocketTable.localAddresses(ProcessHandle.current())).doesNotContain(address);
    }
}
