package dev.goldenpath.websocket;

import dev.goldenpath.environment.ConfigurationException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Tyrus goes through a proxy of the JVM, unasked. Then the evidence would name a peer that nobody talked to. */
final class SystemProxies {
    private SystemProxies() {}

    /** @throws ConfigurationException when there is a proxy for the service's url */
    static void refuse(SocketCall call) {
        ProxySelector selector = ProxySelector.getDefault();
        if (selector == null) {
            return;
        }
        Stream.of("socket", "https", "http")
                .flatMap(scheme -> selector.select(as(scheme, call.url())).stream())
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .findFirst()
                .ifPresent(proxy -> {
                    throw new ConfigurationException(
                            "The JVM has a system proxy for " + call.url().getHost() + " (" + proxy.address()
                                    + "), and a WebSocket would go through it. Golden Path's are called directly: exclude "
                                    + "the host with -Dhttp.nonProxyHosts=…, and with -Dhttps.… where there is one.",
                            List.of());
                });
    }

    private static URI as(String scheme, URI url) {
        return URI.create(scheme + url.toString().substring(url.getScheme().length()));
    }
}
