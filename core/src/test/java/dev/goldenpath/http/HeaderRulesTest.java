package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private Scene scene;
    private ServiceClient client;

    @BeforeEach
    void openScene() {
        scene = new Scene(SERVER.url());
        client = scene.client();
    }

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X A", "X:A", "", "X\u00e4", "X\r\nY"})
    void aNameThatIsNoTokenIsRefused(String name) {
        assertThatThrownBy(() -> client.get("/echo").header(name, "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'" + name + "' can't be the name of a header: it may have letters, digits and a few signs, "
                                + "but no space and no colon.");
    }

    @Test
    void aValueThatWouldGoOutAsSomethingElseIsRefusedAndNotShown() {
        assertThatThrownBy(() -> client.get("/echo").header("X-A", "a\r\nX-B: b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The value of the header X-A can't be sent: its character 2 is U+000D, and a header can carry "
                                + "neither control characters nor what is not in ISO-8859-1. Encode it.");
        assertThatThrownBy(() -> client.get("/echo").header("X-A", "10 \u20ac"))
                .hasMessageContaining("its character 4 is U+20AC");
        assertThatThrownBy(() -> client.post("/echo").body("a", "text/plain\r\nX-B: b"))
                .hasMessageStartingWith(
                        "The value of the header Content-Type can't be sent: its character 11 is U+000D");
    }

    @Test
    void aValueInLatin1GoesOutAsItIsWritten() {
        assertThat(client.get("/echo").header("X-A", "caf\u00e9 !").send().text())
                .contains("x-a: caf\u00e9 !");
    }

    @Test
    void aMethodIsSentAsServicesKnowIt() {
        assertThatThrownBy(() -> client.request("get", "/echo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'get' is another HTTP method than 'GET', which services know: write that.");
        assertThatThrownBy(() -> client.request("GE T", "/echo")).hasMessage("'GE T' is no HTTP method.");
        assertThatThrownBy(() -> client.request("", "/echo")).hasMessage("'' is no HTTP method.");
        assertThatThrownBy(() -> client.request("CONNECT", "/echo"))
                .hasMessage("CONNECT is for proxies: set the service's 'proxy' in goldenpath.yaml.");
        assertThat(client.request("PURGE", "/echo").send().text()).startsWith("PURGE /echo\n");
    }
}
