package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {

    @TempDir
    private Path folder;

    @Test
    void aServiceIsCalledDirectlyUnlessAProxyIsNamed() {
        assertThat(project("").load().service("b").proxy()).isNull();
        assertThat(project(", proxy: { url: 'http://proxy.example.com:3128/' }")
                        .load()
                        .service("b")
                        .proxy())
                .isEqualTo(new ProxySettings(
                        URI.create("http://proxy.example.com:3128"), null, null, new Origin("goldenpath.yaml:1")));
    }

    @Test
    void itsPasswordIsASecretOfTheEnvironment() {
        Environment environment = project(
                        ", proxy: { url: 'http://p:3128', username: ci, password: '${PROXY_PASSWORD}' }")
                .variable("PROXY_PASSWORD", "hunter2")
                .load();
        assertThat(environment.service("b").proxy())
                .extracting(ProxySettings::username)
                .isEqualTo("ci");
        assertThat(environment.secrets()).extracting(Secret::reveal).containsExactly("hunter2");
        assertThat(environment.toString()).contains("username=ci, password=***").doesNotContain("hunter2");
    }

    @Test
    void anOverrideMayAloneNameOne() {
        assertThat(project("")
                        .variable("GOLDENPATH_SERVICES_B_PROXY_URL", "http://127.0.0.1:3128")
                        .load()
                        .service("b")
                        .proxy())
                .isEqualTo(new ProxySettings(
                        URI.create("http://127.0.0.1:3128"),
                        null,
                        null,
                        new Origin("environment variable GOLDENPATH_SERVICES_B_PROXY_URL")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://p:3128", "http://p", "http://p:0", "http://p:3128/path"})
    void itsAddressIsHttpWithAHostAndAPort(String url) {
        assertThat(project(", proxy: { url: '" + url + "' }").problems())
                .containsExactly("goldenpath.yaml:1  environments.a.services.b.proxy.url: '" + url
                        + "' is no http URL of a host and a port alone, such as http://proxy.example.com:3128."
                        + " Correct it.");
    }

    @Test
    void aPasswordInItsAddressIsRefusedAndNotShown() {
        assertThat(project(", proxy: { url: 'http://ci:hunter2@p:3128' }").problems())
                .containsExactly("goldenpath.yaml:1  environments.a.services.b.proxy.url: 'http://***@p:3128'"
                        + " must have neither user info nor query nor fragment. Correct it.");
    }

    @Test
    void aUserNameAndAPasswordComeTogether() {
        assertThat(project(", proxy: { username: ci }").problems())
                .containsExactly(
                        "goldenpath.yaml:1  environments.a.services.b.proxy.url is missing. Add 'url' here.",
                        "goldenpath.yaml:1  environments.a.services.b.proxy.username is set, but 'password' beside it"
                                + " is not. Add 'password', or remove 'username'.");
        assertThat(project(", proxy: { url: 'http://p:3128', password: pw }").problems())
                .containsExactly("goldenpath.yaml:1  environments.a.services.b.proxy.password is set, but 'username'"
                        + " beside it is not. Add 'username', or remove 'password'.");
    }

    @Test
    void anUnknownKeyIsTold() {
        assertThat(project(", proxy: { url: 'http://p:3128', user: ci }").problems())
                .containsExactly("goldenpath.yaml:1  environments.a.services.b.proxy.user: unknown key."
                        + " Known here: password, url, username.");
    }

    private Project project(String more) {
        return new Project(folder).yaml("environments: { a: { services: { b: { url: 'http://h'" + more + " } } } }");
    }
}
