package dev.goldenpath.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a {@link Clinic} in a JVM of its own for one test class. */
final class ClinicProcess implements BeforeAllCallback, AfterAllCallback {
    private Process process;
    private int port;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        process = Invocation.java(Clinic.class)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        port = Integer.parseInt(
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine());
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int port() {
        return port;
    }
}
