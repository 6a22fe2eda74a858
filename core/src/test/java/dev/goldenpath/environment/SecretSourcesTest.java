package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSourcesTest {
    private static final String KEY = "goldenpath.yaml:2  environments.a.services.b.proxy.password: ";

    @TempDir
    private Path folder;

    @Test
    void anEnvironmentVariableAndNoSystemPropertyFillsEnv() {
        assertThat(passwordOf(project("${env:PW}").property("PW", "property").variable("PW", "variable")))
                .isEqualTo("variable");
        assertThat(project("${env:PW}").property("PW", "property").problems())
                .containsExactly(KEY + "${env:PW} is not set. Set the environment variable PW.");
        assertThat(project("${env:PW}").variable("PW", "").problems())
                .containsExactly(KEY + "${env:PW} is empty. Set the environment variable PW.");
    }

    @Test
    void aVariableIsReadWithoutTheEndOfItsLastLine() {
        assertThat(passwordOf(project("${env:PW}").variable("PW", "se cret \n")))
                .isEqualTo("se cret ");
        assertThat(passwordOf(project("${env:PW}").variable("PW", "secret\r\n")))
                .isEqualTo("secret");
        assertThat(project("${env:PW}").variable("PW", "\n").problems())
                .containsExactly(KEY + "${env:PW} is empty. Set the environment variable PW.");
    }

    @Test
    void aFileIsReadWithoutTheEndOfItsLastLine() throws IOException {
        Files.writeString(folder.resolve("unix"), "se cret\n\n");
        Files.writeString(folder.resolve("windows"), "secret\u00fc\r\n");
        Files.writeString(folder.resolve("none"), "secret");

        assertThat(passwordOf(project("${file:unix}"))).isEqualTo("se cret\n");
        assertThat(passwordOf(project("${file:windows}"))).isEqualTo("secret\u00fc");
        assertThat(passwordOf(project("${file:" + folder.resolve("none") + "}")))
                .isEqualTo("secret");
    }

    @Test
    void aFileThatHoldsNoSecretIsAProblem() throws IOException {
        Files.writeString(folder.resolve("empty"), "\n");
        Files.write(folder.resolve("bytes"), new byte[] {'s', (byte) 0xC3, '('});
        Files.writeString(folder.resolve("most"), "x".repeat(64 * 1024));
        Files.writeString(folder.resolve("large"), "x".repeat(64 * 1024 + 1));

        assertThat(passwordOf(project("${file:most}"))).hasSize(64 * 1024);
        assertThat(project("${file:missing}").problems())
                .containsExactly(KEY + "${file:missing} is no file; a path that is not absolute starts at " + folder
                        + ". Write the secret into this file, or correct the path.");
        assertThat(project("${file:a\\0b}").problems())
                .containsExactly(KEY + "${file:a\0b} is no path of a file. Correct it.");
        assertThat(project("${file:empty}").problems())
                .containsExactly(KEY + "${file:empty} is empty. Write the secret into this file.");
        assertThat(project("${file:bytes}").problems())
                .containsExactly(KEY + "${file:bytes} is no UTF-8. Save it as UTF-8; a secret is a text.");
        assertThat(project("${file:large}").problems())
                .containsExactly(
                        KEY + "${file:large} holds more than 64 KiB. Name the file that holds the secret alone.");
        assertThat(project("${file:}").problems())
                .containsExactly(KEY + "${file:} names no secret. Write its name behind the colon.");
    }

    @Test
    void aSourceOnTheClassPathIsAskedOnceForEachName() {
        int before = PlantedSecrets.asked();

        assertThat(passwordOf(project("${planted:alice}-${planted:alice}-${planted:ci/alice:2}")))
                .isEqualTo(PlantedSecrets.SECRET + "-" + PlantedSecrets.SECRET + "-tenant-Seed-2");
        assertThat(PlantedSecrets.asked() - before).isEqualTo(2);
    }

    @Test
    void aSourceThatHasNoAnswerIsNamedAndNeverQuoted() {
        String source = PlantedSecrets.class.getName();
        assertThat(project("${planted:bob}").problems())
                .containsExactly(
                        KEY + "${planted:bob} is unknown to " + source + ". Add it there, or correct its name.");
        assertThat(project("${planted:none}").problems())
                .containsExactly(
                        KEY + "${planted:none} is empty, says " + source + ". Give this secret a value there.");
        assertThat(project("${planted:down}").problems())
                .containsExactly(KEY + "${planted:down} can't be read: " + source
                        + " threw java.lang.IllegalStateException. See whether that source works here.");
    }

    @Test
    void aSchemeHasOneSource() {
        assertThat(project("${plantde:alice}").problems())
                .containsExactly(KEY + "${plantde:alice} names a source of secrets that is not there. Did you mean"
                        + " 'planted'? Known: env, file, planted, twice.");
        String source = PlantedSecrets.class.getName();
        assertThat(project("${twice:alice}").problems())
                .containsExactly(KEY + "${twice:alice} is claimed by " + source + "$First and " + source
                        + "$Second. Keep one of them on the class path.");
    }

    @Test
    void aSchemeIsAWordThatIsNotTaken() {
        SecretSource taken = new SecretSource() {
            @Override
            public String scheme() {
                return "env";
            }

            @Override
            public String secret(String name) {
                return "never asked";
            }
        };
        Sources sources = new Sources(Map.of(), Map.of());
        assertThatThrownBy(() -> new SecretSources(sources, folder, () -> List.of(taken)).read("vault:a"))
                .isInstanceOfSatisfying(UnreadSecretException.class, e -> {
                    assertThat(e.words())
                            .isEqualTo(
                                    "can't be read, because " + taken.getClass().getName() + " has the scheme 'env'");
                    assertThat(e.remedy())
                            .isEqualTo("Give it one of lower-case letters, digits and hyphens that is neither env nor"
                                    + " file.");
                });
    }

    @Test
    void whatASourceFillsInIsMaskedWhateverKeyItStandsAt() throws IOException {
        Files.writeString(folder.resolve("tenant"), "tenant-7\n");
        Environment environment = new Project(folder)
                .yaml("environments: { a: { services: { b: { url: 'http://${env:HOST}.example.com',"
                        + " health: '/${file:tenant}/health?of=${planted:alice}&and=${PLAIN}' } } } }")
                .variable("HOST", "secret-host")
                .variable("PLAIN", "plain")
                .load();

        assertThat(environment.secrets())
                .extracting(Secret::reveal)
                .containsExactlyInAnyOrder("secret-host", "tenant-7", PlantedSecrets.SECRET);
        assertThat(environment.readSecrets().toString()).doesNotContain("tenant-7");
    }

    private static String passwordOf(Project project) {
        return project.load().service("b").proxy().password().reveal();
    }

    private Project project(String password) {
        return new Project(folder)
                .yaml("environments: { a: { services: { b: { url: 'http://127.0.0.1:1', proxy:\n"
                        + "{ url: 'http://p:3128', username: ci, password: \"" + password + "\" } } } } }");
    }
}
