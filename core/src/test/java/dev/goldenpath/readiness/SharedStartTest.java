package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.http.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Of several JVMs of one run. */
class SharedStartTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @RegisterExtension
    final Gates gates = new Gates(SERVER);

    @TempDir
    private Path folder;

    @Test
    void theFirstHasAllItsTimeAndTheNextWhatIsLeft() {
        assertThat(ago(0)).isZero();
        assertThat(ago(30)).isEqualTo(Duration.ofSeconds(30));
        assertThat(ago(140)).as("each of them tells that the run goes on").isEqualTo(Duration.ofSeconds(140));
    }

    @Test
    void eachEnvironmentHasATimeOfItsOwn() {
        assertThat(ago(0)).isZero();
        assertThat(new SharedStart(folder, "staging", "", at(30)).ago()).isZero();
    }

    @Test
    void whatIsLeftOfAnEarlierRunIsIgnored() {
        assertThat(ago(0)).isZero();
        assertThat(ago(120)).isZero();
        assertThat(ago(121)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void processesThatAreStartedAnewHaveAllTheirTime() {
        assertThat(new SharedStart(folder, "local", "1 noon", at(0)).ago()).isZero();
        assertThat(new SharedStart(folder, "local", "1 noon", at(40)).ago()).isEqualTo(Duration.ofSeconds(40));
        assertThat(new SharedStart(folder, "local", "2 later", at(50)).ago()).isZero();
        assertThat(new SharedStart(folder, "local", "2 later", at(60)).ago()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatCanNotBeReadOrLiesAheadIsIgnored() throws IOException {
        for (String text : new String[] {
            "", "noon\nnoon\n", NOON + "\n", NOON + "\n" + NOON + "\n", NOON.plusSeconds(60) + "\n" + NOON + "\n"
        }) {
            Files.writeString(folder.resolve("readiness-local.txt"), text);
            assertThat(ago(0)).isZero();
            assertThat(ago(5)).isEqualTo(Duration.ofSeconds(5));
        }
    }

    @Test
    @Timeout(60)
    void theSecondAsksOnceAndDoesNotWaitAgain() {
        ReadinessGate gate = gates.afterAnotherJvmHasWaited().gate("""
                ready-within: 90s
                services: { backend: { url: 'URL', health: '/answer/shared?status=503' } }
                """);
        assertThat(Gates.isOpen(gate)).isFalse();
        assertThat(gates.probes("backend")).singleElement().satisfies(probe -> {
            assertThat(probe.part()).isEqualTo(RunPart.BEFORE);
            assertThat(probe.asked()).isPositive();
        });
        assertThat(Gates.outage(gate, "backend").rootCause()).endsWith(" → 503.");
    }

    @Test
    void theSecondOpensWhereAllIsWellHoweverLongTheRunHasTaken() {
        gates.afterAnotherJvmHasWaited()
                .gate("ready-within: 60s\nservices: { backend: { url: 'URL', health: /answer } }")
                .require();
    }

    private Duration ago(long seconds) {
        return new SharedStart(folder, "local", "", at(seconds)).ago();
    }

    private static Clock at(long seconds) {
        return Clock.fixed(NOON.plusSeconds(seconds), ZoneOffset.UTC);
    }
}
