package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, LOOPBACK",
        "127.255.255.254, LOOPBACK",
        "::1, LOOPBACK",
        "::ffff:127.0.0.1, LOOPBACK",
        "0.0.0.0, UNSPECIFIED",
        "0.1.2.3, UNSPECIFIED",
        "::, UNSPECIFIED",
        "::ffff:0.0.0.0, UNSPECIFIED",
        "169.254.0.1, LINK_LOCAL",
        "169.254.169.254, LINK_LOCAL",
        "fe80::1, LINK_LOCAL",
        "febf::1, LINK_LOCAL",
        "::ffff:169.254.0.1, LINK_LOCAL",
        "10.0.0.1, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "192.168.1.1, PRIVATE",
        "100.64.0.1, PRIVATE",
        "100.127.255.255, PRIVATE",
        "fc00::1, PRIVATE",
        "fdff::1, PRIVATE",
        "fec0::1, PRIVATE",
        "::ffff:10.0.0.1, PRIVATE",
        "1.0.0.0, PUBLIC",
        "126.255.255.255, PUBLIC",
        "128.0.0.1, PUBLIC",
        "169.253.255.255, PUBLIC",
        "169.255.0.0, PUBLIC",
        "9.255.255.255, PUBLIC",
        "11.0.0.0, PUBLIC",
        "172.15.255.255, PUBLIC",
        "172.32.0.0, PUBLIC",
        "192.167.255.255, PUBLIC",
        "192.169.0.0, PUBLIC",
        "100.63.255.255, PUBLIC",
        "100.128.0.0, PUBLIC",
        "::2, PUBLIC",
        "fbff::1, PUBLIC",
        "fe00::1, PUBLIC",
        "2001:db8::1, PUBLIC",
        "::ffff:8.8.8.8, PUBLIC",
    })
    void anAddressTellsWhereItsMachineIs(String literal, PeerAddress expected) throws UnknownHostException {
        // a literal, so that no name server is asked
        assertThat(PeerAddress.of(InetAddress.getByName(literal))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, LOOPBACK",
        "LOCALHOST, LOOPBACK",
        "localhost., LOOPBACK",
        "shop.localhost, LOOPBACK",
        "127.0.0.1, LOOPBACK",
        "[::1], LOOPBACK",
        "[::ffff:127.0.0.1], LOOPBACK",
        "[fe80::1], LINK_LOCAL",
        "10.1.2.3, PRIVATE",
        "203.0.113.7, PUBLIC",
    })
    void aHostTellsWhatItCanWithoutANameServer(String host, PeerAddress expected) {
        assertThat(PeerAddress.ofHost(host)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.example.com", "mylocalhost", "127.0.0.1.example.com", "999.1.1.1"})
    void aNameTellsNothing(String host) {
        assertThat(PeerAddress.ofHost(host)).isEmpty();
    }

    @Test
    void onlyThisMachineAndItsLinkAreNear() {
        assertThat(PeerAddress.values())
                .filteredOn(PeerAddress::isNear)
                .containsExactly(PeerAddress.LOOPBACK, PeerAddress.UNSPECIFIED, PeerAddress.LINK_LOCAL);
        assertThat(PeerAddress.values())
                .extracting(PeerAddress::words)
                .containsExactly(
                        "a loopback address",
                        "an unspecified address",
                        "a link-local address",
                        "a private address",
                        "a public address");
    }
}
