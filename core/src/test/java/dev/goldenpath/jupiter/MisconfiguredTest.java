package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Configured;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.report.GateReport;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.verdict.GateReason.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a test is told that can't have the settings it asks for. */
class MisconfiguredTest {
    private static final List<String> USER_CODE_RUN = new CopyOnWriteArrayList<>();

    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    private Path folder;

    @BeforeEach
    void forget() {
        USER_CODE_RUN.clear();
    }

    private GoldenPathRun run(Class<?>... classes) {
        return GoldenPathRun.with(
                        folder,
                        GoldenPathRun.yaml(SERVICE.url())
                                + "settings:\n  shop: { curency: EUR, max-items: \"many\" }\n")
                .run(classes);
    }

    record ShopSettings(String currency, int maxItems) {}

    @GoldenPath
    static class Broken {
        @Test
        void first(@Configured ShopSettings settings) {
            USER_CODE_RUN.add("first");
        }

        @Test
        void second(@Configured("shop") ShopSettings settings, ServiceClient echo) {
            USER_CODE_RUN.add("second");
        }

        @Nested
        class ByField {
            @Configured
            private ShopSettings settings;

            @Test
            void third() {
                USER_CODE_RUN.add("third with " + settings);
            }
        }

        @Nested
        class BySetUp {
            @BeforeAll
            static void once(@Configured ShopSettings settings) {
                USER_CODE_RUN.add("once");
            }

            @Test
            void fourth() {
                USER_CODE_RUN.add("fourth");
            }
        }

        @Test
        void needsNone(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }
    }

    @Test
    void allProblemsOfASectionAreOneCauseOfAllTestsThatAskForIt() throws IOException {
        GoldenPathRun run = run(Broken.class);

        String file = folder.resolve("goldenpath.yaml") + ":9  ";
        String message = "settings.shop can't be bound to ShopSettings: 3 problems"
                + "\n  1. " + file + "settings.shop.currency is missing. Add 'currency' here."
                + "\n  2. " + file
                + "settings.shop.max-items: 'many' is no whole number from -2147483648 to 2147483647."
                + " Correct it."
                + "\n  3. " + file
                + "settings.shop.curency: unknown key. Did you mean 'currency'? Known here: currency,"
                + " max-items.";
        assertThat(run.verdicts())
                .hasSize(5)
                .containsEntry("needsNone(ServiceClient)", "PASSED")
                .containsEntry("fourth()", "ERROR");
        List<JsonNode> failed = run.lines("test-finished").stream()
                .filter(line -> line.path("verdict").asText().equals("ERROR"))
                .toList();
        assertThat(failed)
                .hasSize(4)
                .extracting(line -> line.path("cause").asText())
                .containsOnly(message);
        assertThat(run.throwable("third()"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
        assertThat(USER_CODE_RUN).isEmpty();
        assertThat(GateReport.of(RunLogReader.read(folder.resolve("out"), "test"))
                        .kind())
                .contains(Kind.CONFIGURATION);
    }

    @GoldenPath
    static class Misplaced {
        @Test
        void noRecord(@Configured String shop) {}

        @Test
        void besideAService(@Configured @OnService("echo") ShopSettings settings) {}

        @Test
        void aClient(@Configured("shop") ServiceClient echo) {}

        @Nested
        class InAField {
            @Configured("shop")
            private List<String> names;

            @Test
            void field() {}
        }

        @Nested
        class InAFinalField {
            @Configured
            private final ShopSettings settings = new ShopSettings("EUR", 1);

            @Test
            void finalField() {}
        }
    }

    @Test
    void whatCannotBeMeantIsAnErrorThatSaysWhatToDo() {
        GoldenPathRun run = run(Misplaced.class);

        assertThat(run.verdicts().values()).hasSize(5).containsOnly("ERROR");
        assertThat(run.throwable("noRecord(String)"))
                .hasRootCauseInstanceOf(ExtensionConfigurationException.class)
                .hasRootCauseMessage(
                        "Parameter 'shop' is @Configured, but its type java.lang.String is no record. Declare a "
                                + "record with a component for each key of its section, and make that its type.");
        assertThat(run.throwable("besideAService(ShopSettings)"))
                .hasRootCauseMessage(
                        "Parameter 'settings' is @Configured, so it calls no service, and neither @OnService nor "
                                + "@AsUser nor @AsAnyUser can stand beside that. Remove the one or the other.");
        assertThat(run.throwable("aClient(ServiceClient)"))
                .hasRootCauseMessage(
                        "Parameter 'echo' is @Configured, but its type dev.goldenpath.http.ServiceClient is no "
                                + "record. Declare a record with a component for each key of its section, and make that its type.");
        assertThat(run.throwable("field()"))
                .hasMessage(
                        "Field 'names' is @Configured, but its type java.util.List is no record. Declare a record with a "
                                + "component for each key of its section, and make that its type.");
        assertThat(run.throwable("finalField()"))
                .hasMessage("Field " + Misplaced.InAFinalField.class.getName()
                        + ".settings is static or final, so no settings can be injected into it. Make it an instance field "
                        + "that is not final, or inject a parameter.");
    }
}
