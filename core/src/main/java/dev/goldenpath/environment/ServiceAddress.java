package dev.goldenpath.environment;

/**
 * Where clients other than ours reach a service, for example a JDBC driver.
 *
 * @param host a name or an address, an IPv6 address in its brackets
 * @param port from 1 to 65535
 * @param origin where it came from
 * @since 0.1.0
 */
public record ServiceAddress(String host, int port, Origin origin) {

    /** As written: {@code host:port}. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
