package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserPoolsSettingsTest {
    private static final String YAML = """
            environments:
              a:
                services: { shop: { url: 'http://h' } }
                users:
                  u1: { service: shop, grant: name, username: one, password: p }
                  u2: { service: shop, grant: name, username: two, password: p }
                pools:
                  free: %s
            """;

    @TempDir
    private Path folder;

    private Project project(String pool) {
        return new Project(folder).yaml(YAML.formatted(pool));
    }

    @Test
    void aPoolHasUsersAndAllElseByDefault() {
        Environment environment = project("{ users: [u2, u1] }").load();
        assertThat(environment.pool("free"))
                .isEqualTo(new UserPool(
                        "free",
                        List.of("u2", "u1"),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(30),
                        Path.of(
                                System.getProperty("java.io.tmpdir"),
                                "goldenpath-leases-" + System.getProperty("user.name")),
                        new Origin("goldenpath.yaml:8")));
    }

    @Test
    void everyKeyIsReadAndCanBeOverridden() {
        Project project = project("{ users: u1, wait: 0s, expiry: 1s, folder: shared }")
                .property("goldenpath.pools.free.expiry", "2m");
        UserPool pool = project.load().pool("free");
        assertThat(pool.users()).containsExactly("u1");
        assertThat(pool.patience()).isZero();
        assertThat(pool.expiry()).isEqualTo(Duration.ofMinutes(2));
        assertThat(pool.folder()).isEqualTo(folder.resolve("shared"));
        assertThat(project.property("goldenpath.pools.free.folder", "/elsewhere")
                        .load()
                        .pool("free")
                        .folder())
                .isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void whatIsWrongWithAPoolIsSaidTogether() {
        assertThat(project("{ users: [u1, u3, u1], wait: soon, expiry: 999ms, foldr: x }")
                        .problems())
                .containsExactly(
                        "goldenpath.yaml:8  environments.a.pools.free.users: 'u3' is no declared user. Did you mean 'u1'?"
                                + " Correct it.",
                        "goldenpath.yaml:8  environments.a.pools.free.users: 'u1' is listed twice. Keep one.",
                        "goldenpath.yaml:8  environments.a.pools.free.wait: 'soon' is no duration such as 500ms, 30s or 2m."
                                + " Correct it.",
                        "goldenpath.yaml:8  environments.a.pools.free.expiry: '999ms' must be at least 1s. Correct it.",
                        "goldenpath.yaml:8  environments.a.pools.free.foldr: unknown key. Did you mean 'folder'?"
                                + " Known here: expiry, folder, users, wait.");
    }

    @Test
    void aPoolHasAtLeastOneUser() {
        assertThat(project("{ users: [] }").problems())
                .containsExactly(
                        "goldenpath.yaml:8  environments.a.pools.free.users lists no user. List at least one of"
                                + " those that are declared under users.");
        assertThat(project("{ }").problems())
                .containsExactly("goldenpath.yaml:8  environments.a.pools.free.users is missing. Add 'users' here.");
    }

    @Test
    void aVariableThatIsNotSetIsTheOnlyThingWrongWithAUser() {
        assertThat(project("{ users: ['${GONE}'] }").problems())
                .containsExactly("goldenpath.yaml:8  environments.a.pools.free.users: ${GONE} is not set. Set the"
                        + " environment variable GONE.");
    }
}
