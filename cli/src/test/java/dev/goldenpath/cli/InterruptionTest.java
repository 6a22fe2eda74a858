package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.cli.Invocation.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A doctor that is told to end, as by Ctrl-C, and one that waits. */
class InterruptionTest {
    @RegisterExtension
    static final ClinicProcess CLINIC = new ClinicProcess();

    @TempDir
    Path folder;

    @Test
    void saysWhoHasNotAnswered() throws Exception {
        Invocation.write(folder, """
                environments:
                  local:
                    services:
                      web: { url: "http://127.0.0.1:%1$d/well", health: /health }
                      slow: { url: "http://127.0.0.1:%1$d/silent", health: /health }
                """.formatted(CLINIC.port()));
        Invocation doctor = Invocation.of(folder, "doctor");
        Process process = doctor.start();
        doctor.awaitText("healthy");

        process.destroy();
        Ended ended = doctor.end(process);

        assertThat(ended.normalisedFrom("Probes", CLINIC.port())).isEqualTo("""
                Probes
                  healthy        web        N ms  GET http://127.0.0.1:54321/well/health → 200

                Interrupted.
                  No answer yet: slow.
                """);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isNotZero();
    }

    @Test
    void waitsForAServiceThatIsStartedLater() throws Exception {
        int port = FreePort.find();
        Invocation.write(folder, """
                environments:
                  local:
                    services:
                      web: { url: "http://127.0.0.1:%d/well", health: /health }
                """.formatted(port));
        Invocation doctor = Invocation.of(folder, "doctor", "--wait");
        Process process = doctor.start();
        doctor.awaitText("unreachable");

        ProcessBuilder builder = Invocation.java(Clinic.class);
        builder.command().add(Integer.toString(port));
        Process clinic = builder.start();
        try {
            Ended ended = doctor.end(process);

            assertThat(ended.normalisedFrom("Probes", port)).isEqualTo("""
                    Probes
                      Asking again for up to 30 s, until all are ready …
                      healthy        web       N ms  GET http://127.0.0.1:54321/well/health → 200
                      unreachable    web       N ms  GET http://127.0.0.1:54321/well/health: connection refused

                    Ready: services 1 of 1 healthy.
                    """);
            assertThat(ended.exitCode()).isZero();
        } finally {
            clinic.destroyForcibly().waitFor();
        }
    }
}
