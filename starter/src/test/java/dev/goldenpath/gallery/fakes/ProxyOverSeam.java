package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** A test user made of a proxy. */
@GoldenPath
public class ProxyOverSeam {
    @Test
    void aliceIsGreeted(@OnService("gallery") ServiceClient gallery) {
        RequestAuthorizer forger = (RequestAuthorizer) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RequestAuthorizer.class},
                (proxy, method, arguments) -> "alice");
        assertThat(gallery.get("/chat").header("X-User", forger.user()).send()).hasJson("/user", "alice");
    }
}
