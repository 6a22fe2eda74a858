package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactedNamesTest {

    @TempDir
    private Path folder;

    @Test
    void areReadAsWritten() {
        assertThat(project("").load().redact()).isEqualTo(RedactedNames.NONE);
        assertThat(project("redact: { headers: [X-Session, x-tenant], fields: [pin, Social.Security] }")
                        .load()
                        .redact())
                .isEqualTo(new RedactedNames(List.of("X-Session", "x-tenant"), List.of("pin", "Social.Security")));
    }

    @Test
    void aSingleNameNeedsNoList() {
        assertThat(project("redact: { headers: X-Session }").load().redact())
                .isEqualTo(new RedactedNames(List.of("X-Session"), List.of()));
    }

    @Test
    void aNameThatCouldMaskNothingIsAProblem() {
        assertThat(project("redact: { headers: ['X-Session:', '', X-Pin, x-pin], fields: [/user/pin, pin, PIN] }")
                        .problems())
                .containsExactly(
                        "goldenpath.yaml:2  redact.headers is empty. Write its value behind the colon, or remove the key.",
                        "goldenpath.yaml:2  redact.headers: 'X-Session:' is no name of a header. Correct it.",
                        "goldenpath.yaml:2  redact.headers: 'x-pin' is listed twice. Keep one.",
                        "goldenpath.yaml:2  redact.fields: '/user/pin' must be the name of a field alone:"
                                + " it is masked wherever it stands. Correct it.",
                        "goldenpath.yaml:2  redact.fields: 'PIN' is listed twice. Keep one.");
    }

    @Test
    void anUnknownKeyIsTold() {
        assertThat(project("redact: { header: [X-Session] }").problems())
                .containsExactly("goldenpath.yaml:2  redact.header: unknown key. Did you mean 'headers'?"
                        + " Known here: fields, headers.");
    }

    @Test
    void aListIsNotOverridden() {
        assertThat(project("redact: { fields: [pin] }")
                        .property("goldenpath.redact.fields", "ssn")
                        .problems())
                .containsExactly("system property goldenpath.redact.fields  goldenpath.redact.fields sets nothing in"
                        + " the chosen environment. Correct or remove it.");
    }

    private Project project(String redact) {
        return new Project(folder).yaml("environments: { a: { } }\n" + redact + "\n");
    }
}
