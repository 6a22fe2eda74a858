package dev.goldenpath.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceAddressProviderTest {
    private final Recording recording = new Ledger(RunClock.start(Clock.systemUTC()), List.of()).ofRun(Phase.SETUP);

    @TempDir
    private Path folder;

    @Test
    void givesTheDeclaredAddressElseThatOfTheUrl() {
        assertThat(addressOf("postgres")).hasToString("db.example.com:5432");
        assertThat(addressOf("backend")).hasToString("api.example.com:8443");
        assertThat(addressOf("auth")).hasToString("auth.example.com:443");
        assertThat(addressOf("docs")).hasToString("docs.example.com:80");
    }

    @Test
    void saysWhatAServiceWithoutAnAddressLacks() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> addressOf("redis"))
                .withMessageStartingWith(
                        "Service 'redis' (goldenpath.yaml:9) has neither 'address' nor 'url', so its address"
                                + " can't be injected. Give it an 'address: host:port' in goldenpath.yaml.");
    }

    private Object addressOf(String service) {
        Environment environment = new Project(folder).yaml("""
                        environments:
                          staging:
                            remote: true
                            services:
                              backend: { url: "https://api.example.com:8443", health: /health }
                              auth: { url: "https://auth.example.com" }
                              docs: { url: "http://docs.example.com" }
                              postgres: { reported-by: "backend#/postgres", address: "db.example.com:5432" }
                              redis: { reported-by: "backend#/redis" }
                        """).load();
        return new ServiceAddressProvider()
                .create(ClientContext.ofTest(environment.service(service), null, () -> recording, new Redaction()));
    }
}
