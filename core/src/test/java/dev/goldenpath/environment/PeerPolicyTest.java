package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Finding.Effect;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerPolicyTest {
    private static final String B = "environments.a.services.b";

    @TempDir
    private Path folder;

    @Test
    void whereNothingIsSaidUndeclaredHostsFail() {
        assertThat(project("").load().peers()).isEqualTo(new PeerPolicy(false, false, UndeclaredHosts.FAIL));
        assertThat(UndeclaredHosts.FAIL.effectOf("cdn.example.com")).contains(Effect.FAKE);
    }

    @Test
    void readsThePolicy() {
        assertThat(project("remote: true, refuse-private: true, undeclared-hosts: warn,")
                        .load()
                        .peers())
                .isEqualTo(new PeerPolicy(true, true, UndeclaredHosts.WARN));
        assertThat(UndeclaredHosts.WARN.effectOf("cdn.example.com")).contains(Effect.WARNING);
    }

    @Test
    void allowsTheHostsThatAreListedAndNoOther() {
        UndeclaredHosts hosts = project("undeclared-hosts: { allow: [CDN.example.com, '[2001:db8::7]'] },")
                .load()
                .peers()
                .undeclaredHosts();
        assertThat(hosts).isEqualTo(new UndeclaredHosts(Effect.FAKE, Set.of("cdn.example.com", "[2001:db8::7]")));
        assertThat(hosts.effectOf("cdn.EXAMPLE.com")).isEmpty();
        assertThat(hosts.effectOf("[2001:db8::7]")).isEmpty();
        assertThat(hosts.effectOf("www.cdn.example.com")).contains(Effect.FAKE);
    }

    @Test
    void anOverrideReplacesTheListToo() {
        assertThat(project("undeclared-hosts: { allow: cdn.example.com },")
                        .property("goldenpath.undeclared-hosts", "warn")
                        .load()
                        .peers()
                        .undeclaredHosts())
                .isEqualTo(UndeclaredHosts.WARN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ignore             | : 'ignore' is neither fail nor warn nor a list below 'allow'. Correct it.
            [a.example]        |  must be a single text. Write its value behind the colon, or remove the key.
            { }                | .allow is missing. Add 'allow' here.
            { allow: 'h:80' }  | .allow: 'h:80' is no host alone, such as cdn.example.com, 192.0.2.7 or [2001:db8::7]. Correct it.
            { allow: [h, H] }  | .allow: 'H' is listed twice. Keep one.
            { allow: h, to: h} | .to: unknown key. Known here: allow.
            """, ignoreLeadingAndTrailingWhitespace = true)
    void undeclaredHostsThatCanNotBeRead(String written, String problem) {
        assertThat(project("undeclared-hosts: " + written + ",").problems())
                .hasSize(1)
                .first()
                .asString()
                .satisfies(line -> assertThat(
                                line.replaceFirst("^goldenpath.yaml:1  environments.a.undeclared-hosts *", ""))
                        .isEqualTo(problem));
    }

    @Test
    void privatePeersAreRefusedInARemoteEnvironmentOnly() {
        assertThat(project("refuse-private: true,").problems())
                .containsExactly("goldenpath.yaml:1  environments.a is 'refuse-private: true', but not 'remote: true'."
                        + " Set 'remote: true', or remove 'refuse-private'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "100.64.0.1", "[fd00::7]"})
    void aPrivateAddressIsRefusedWhereThePolicySaysSo(String host) {
        String service = "services: { b: { url: 'http://" + host + "' } }";
        assertThat(environment("remote: true, " + service).load().remote()).isTrue();
        assertThat(environment("remote: true, refuse-private: true, " + service).problems())
                .containsExactly("goldenpath.yaml:1  " + B + ".url is http://" + host
                        + " although the environment is 'refuse-private: true'. Use the service's public address,"
                        + " set 'tunnel: true', or remove 'refuse-private'.");
    }

    @Test
    void theAddressForOtherClientsIsNotOnThisMachineEither() {
        assertThat(environment("remote: true, services: { b: { url: 'https://h', address: 'localhost:5432' } }")
                        .problems())
                .containsExactly("goldenpath.yaml:1  " + B + ".address is localhost:5432 although the environment is"
                        + " 'remote: true'. Use the service's own address, or set 'tunnel: true' or 'remote: false'.");
    }

    @Test
    void aTunnelMayBeginOnThisMachine() {
        ServiceEndpoint service = environment("remote: true, refuse-private: true,"
                        + " services: { b: { url: 'http://127.0.0.1:1', address: 'localhost:5432', tunnel: true } }")
                .load()
                .service("b");
        assertThat(service.tunnel()).isTrue();
        assertThat(service.address())
                .isEqualTo(new ServiceAddress("localhost", 5432, new Origin("goldenpath.yaml:1")))
                .hasToString("localhost:5432");
    }

    @Test
    void aTunnelBeginsSomewhere() {
        String reporter = "b: { url: 'http://h', health: /h }";
        assertThat(environment("services: { " + reporter + ", c: { reported-by: 'b#/c', tunnel: true } }")
                        .problems())
                .containsExactly("goldenpath.yaml:1  environments.a.services.c is 'tunnel: true', but has neither 'url'"
                        + " nor 'address'. Say where the tunnel begins, or remove 'tunnel'.");
        assertThat(environment("services: { " + reporter
                                + ", c: { reported-by: 'b#/c', address: '[::1]:1', tunnel: true } }")
                        .load()
                        .service("c")
                        .address()
                        .host())
                .isEqualTo("[::1]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            db            | is no host and port, such as db.example.com:5432
            http://db:1   | is no host and port, such as db.example.com:5432
            ::1:5432      | is no host and port, such as db.example.com:5432
            db:           | is no port from 1 to 65535
            db:65536      | is no port from 1 to 65535
            """)
    void anAddressThatCanNotBeRead(String written, String problem) {
        assertThat(environment("services: { b: { url: 'http://h', address: '" + written + "' } }")
                        .problems())
                .containsExactly(
                        "goldenpath.yaml:1  " + B + ".address: '" + written + "' " + problem + ". Correct it.");
    }

    @Test
    void aUserMayHaveAnIdentityOfItsOwn() {
        String login = "login: { path: /l, username: /u, password: /p, token: /t }";
        String user = "service: b, grant: login, username: alice, password: pw";
        Environment environment = environment("services: { b: { url: 'http://h', " + login + " } },"
                        + " users: { alice: { " + user + ", identity: u-4711 }, bob: { " + user + " } }")
                .load();
        assertThat(environment.user("alice").identity()).isEqualTo("u-4711");
        assertThat(environment.user("bob").identity()).isNull();
    }

    private Project project(String more) {
        return environment(more + " services: { b: { url: 'https://h' } }");
    }

    private Project environment(String content) {
        return new Project(folder).yaml("environments: { a: { " + content + " } }");
    }
}
