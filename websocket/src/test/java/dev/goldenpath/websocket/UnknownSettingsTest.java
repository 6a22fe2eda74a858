package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EventSettings;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.ProbeSettings;
import dev.goldenpath.environment.ProxySettings;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.environment.Timeouts;
import dev.goldenpath.evidence.Redaction;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnknownSettingsTest {

    @Test
    void aSocketIsNotMadeThatWouldGoPastTheProxyOfItsService() {
        Origin origin = new Origin("goldenpath.yaml:7");
        ServiceEndpoint service = new ServiceEndpoint(
                "backend",
                URI.create("http://127.0.0.1:1"),
                origin,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                EventSettings.NONE,
                SocketSettings.DEFAULT,
                Map.of(),
                Timeouts.DEFAULT,
                new ProxySettings(URI.create("http://127.0.0.1:2"), null, null, origin),
                null,
                false,
                null,
                ProbeSettings.NONE);
        try (TyrusClientProvider provider = new TyrusClientProvider()) {
            ClientContext context = ClientContext.ofTest(
                    service,
                    null,
                    () -> {
                        throw new IllegalStateException("nothing is recorded");
                    },
                    new Redaction());
            assertThatThrownBy(() -> provider.create(context))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "Service 'backend' (goldenpath.yaml:7) has 'proxy', which only a ServiceClient keeps to: "
                                    + "a ServiceSocket would connect without it. Declare the WebSocket's address as a service of "
                                    + "its own, without 'proxy'.");
        }
    }

    @Test
    void refusesASystemProxyThatTyrusWouldUse() {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", 3128)));
        try (Scene scene = new Scene(URI.create("http://127.0.0.1:1"))) {
            assertThatThrownBy(() -> scene.socketAsAlice().connect("/ws"))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("The JVM has a system proxy for 127.0.0.1 (");
            assertThat(scene.recorded).isEmpty();
        } finally {
            ProxySelector.setDefault(before);
        }
    }
}
