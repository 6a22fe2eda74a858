package dev.goldenpath.environment;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * A host with a port, in the one form in which two of them can be compared.
 *
 * @param host in lower case
 * @param port the default one where that of http or of https is meant: both are often of one service
 */
record Authority(String host, int port) {
    private static final int DEFAULT_PORT = -1;
    private static final Set<Integer> DEFAULT_PORTS = Set.of(DEFAULT_PORT, 80, 443);

    static Authority of(URI url) {
        return of(String.valueOf(url.getHost()), url.getPort());
    }

    static Authority of(ServiceAddress address) {
        return of(address.host(), address.port());
    }

    private static Authority of(String host, int port) {
        String name = withoutLastDot(host.toLowerCase(Locale.ROOT));
        return new Authority(
                name.equals("127.0.0.1") ? "localhost" : name, DEFAULT_PORTS.contains(port) ? DEFAULT_PORT : port);
    }

    private static String withoutLastDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return port == DEFAULT_PORT ? host : host + ":" + port;
    }
}
