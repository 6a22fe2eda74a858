package dev.goldenpath.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTest {
    @TempDir
    private Path folder;

    private String file(String url, String username) {
        Environment environment =
                new Project(folder).yaml("""
                environments:
                  a:
                    services: { shop: { url: '%s' } }
                    users: { u: { service: shop, grant: name, username: '%s', password: p } }
                """.formatted(url, username)).load();
        return Account.of(environment, "u").file();
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com, https://SHOP.example.com:443/",
        "http://shop.example.com/a, http://shop.example.com:80/a/"
    })
    void oneAddressWrittenInTwoWaysIsOneIssuer(String url, String same) {
        assertThat(file(url, "ann")).isEqualTo(file(same, "ann")).matches("[0-9a-f]{32}\\.lease");
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com, Ann",
        "http://shop.example.com, ann",
        "https://shop.example.com:8443, ann",
        "https://shop.example.com/a, ann"
    })
    void anotherAddressOrNameIsAnotherAccount(String url, String name) {
        assertThat(file(url, name)).isNotEqualTo(file("https://shop.example.com", "ann"));
    }

    @Test
    void textsThatRunTogetherToTheSameAreKeptApart() {
        assertThat(new Account("u", "a b", "c").file()).isNotEqualTo(new Account("u", "a", "b c").file());
    }

    @Test
    void aServiceWithoutAddressGoesByItsName() {
        Environment environment = new Project(folder).yaml("""
                environments:
                  a:
                    services:
                      shop: { url: 'http://h', health: /h }
                      hidden: { reported-by: 'shop#/x' }
                    users: { u: { service: hidden, grant: name, username: ann, password: p } }
                """).load();
        assertThat(Account.of(environment, "u")).isEqualTo(new Account("u", "hidden", "ann"));
    }

    @ParameterizedTest
    @CsvSource({
        "'jwt, service: shop, subject: s-1', http://h:80, s-1",
        "'jwt, service: shop, subject: s-1, username: ann', http://h:80, ann",
        "'client-credentials, service: shop, client-id: c-1, client-secret: s', http://h:80, c-1",
        "'refresh-token, service: shop, client-id: c-1, refresh-token: r', http://h:80, u",
        "'token, token: t', environment a, u",
        "'api-key, key: k, header: X-Key, username: ann', environment a, ann",
        "'basic, username: ann, password: p', environment a, ann"
    })
    void whatTheGrantSaysOfTheUserTellsWhichAccountItIs(String user, String issuer, String name) {
        Environment environment =
                new Project(folder).yaml("""
                environments:
                  a:
                    services:
                      shop:
                        url: 'http://h'
                        tokens: { discovery: /d, signing: { algorithm: HS256, key: %s } }
                    users: { u: { grant: %s } }
                """.formatted("k".repeat(40), user)).load();
        assertThat(Account.of(environment, "u")).isEqualTo(new Account("u", issuer, name));
    }
}
