package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.history.History;
import dev.goldenpath.history.HistoryRun;
import dev.goldenpath.history.KeptTest;
import dev.goldenpath.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code goldenpath history show} says. */
class HistoryTellingTest {
    private static final Path PAGE = Path.of("..", "docs", "history.md");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path base;

    @Test
    void theDocumentedSampleIsWhatIsPrinted() throws IOException {
        SampleHistory.of().write(file());

        assertThat(tell("", null)).isEqualTo(ExitCode.PASS);
        assertThat(Files.readString(PAGE)).contains("```text\n" + printed() + "```\n");
    }

    @ParameterizedTest
    @CsvSource({
        "ChatIT, ChatIT.agentAnswers()",
        "shop.Login, LoginIT.aliceLogsIn()",
        "OrdersIT*Right, OrdersIT.totalIsRight()",
        "faxIsSent(), BillingIT.faxIsSent()"
    })
    void onlyTheTestsThatAreMeantAreTold(String pattern, String name) throws IOException {
        SampleHistory.of().write(file());

        assertThat(tell(pattern, "staging")).isEqualTo(ExitCode.PASS);
        assertThat(printed()).contains(name).containsOnlyOnce("IT.");
    }

    @Test
    void whatIsNotThereIsTold() throws IOException {
        assertThat(tell("", null)).isEqualTo(ExitCode.NO_TESTS);
        assertThat(printed())
                .isEqualTo("There is no run in " + file()
                        + ". 'goldenpath history add' adds one.\n\nExit code 2: there were no tests.\n");
        printed.reset();
        SampleHistory.of().write(file());
        assertThat(tell("", "prod")).isEqualTo(ExitCode.NO_TESTS);
        assertThat(printed())
                .startsWith(
                        "There is no run of environment 'prod' in " + file() + ", only of environment 'staging'.\n");
        printed.reset();
        assertThat(tell("Shark.*", null)).isEqualTo(ExitCode.NO_TESTS);
        assertThat(printed()).startsWith("No test in " + file() + " has 'Shark.*' in its class or name.\n");
    }

    @Test
    void aTestThatNeverPassedAndOneThatNeverSpoke() throws IOException {
        History.EMPTY
                .with(new HistoryRun(
                        "r1",
                        Instant.parse("2026-11-03T02:00:00Z"),
                        null,
                        null,
                        false,
                        Map.of(),
                        List.of(
                                new KeptTest("a", "com.example.A", "a()", Verdict.SUSPECT, false, null, null),
                                new KeptTest("b", "com.example.B", "b()", Verdict.MISSING, false, null, null))))
                .write(file());

        tell("", null);
        assertThat(printed()).isEqualTo("""
                History of no environment: 1 run, 2026-11-03 02:00 UTC to 2026-11-03 02:00 UTC

                FAILING  A.a()
                         now           SUSPECT in the last run that tells
                         first failed  r1 (2026-11-03 02:00 UTC)
                         last passed   never, as far as the history goes back
                         rates         passed 0 of 1 run (0.0 %), flaky in 0 (0.0 %)

                never flaky, and not failing now  passed  p50  p95  longest  n  last 5  before
                B.b() (MISSING in 1)                   -    -    -        -  0       -       -
                """);
    }

    @Test
    void aLineThatWasCutIsToldAndTheOthersAreRead() throws IOException {
        SampleHistory.of().write(file());
        Files.writeString(file(), "{\"format\":\"goldenpath-hist", StandardOpenOption.APPEND);

        assertThat(tell("ChatIT", null)).isEqualTo(ExitCode.PASS);
        assertThat(printed())
                .startsWith(file() + ":27 was left out: it is no whole JSON object.\n\nHistory of environment");
    }

    @Test
    void whatCanNotBeReadEndsWith70() throws IOException {
        Files.writeString(file(), "# Notes\n");

        assertThat(tell("", null)).isEqualTo(ExitCode.BROKEN);
        assertThat(printed())
                .isEqualTo("The history can't be told: " + file() + " is no history: none of its lines is one of a run."
                        + " Name another file, or remove this one.\n\nExit code 70: the command itself broke.\n");
    }

    private Path file() {
        return base.resolve("history.jsonl");
    }

    private ExitCode tell(String pattern, @Nullable String environment) {
        Redaction redaction = new Redaction();
        Screen screen = new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), false, false, redaction);
        return new HistoryTelling(file(), pattern, environment, redaction, screen).run();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
