package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.Configured;
import dev.goldenpath.environment.Secret;
import dev.goldenpath.evidence.TestEvidence;
import dev.goldenpath.http.ServiceClient;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the author's own settings are injected, and which. */
class ConfiguredTest {
    private static final String SETTINGS = """
            settings:
              shop: { currency: EUR, max-items: 20, timeout: 5s }
              payment-gateway: { fee: 0.35, code: "planted-4711-code" }
            """;

    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    private Path folder;

    private GoldenPathRun run(Class<?>... classes) {
        return GoldenPathRun.with(folder, GoldenPathRun.yaml(SERVICE.url()) + SETTINGS)
                .run(classes);
    }

    record ShopSettings(String currency, int maxItems, Duration timeout) {}

    record PaymentGatewaySettings(BigDecimal fee, Optional<Secret> code) {}

    @Configured("shop")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Shop {}

    @GoldenPath
    static class OneTest {
        @Test
        void refusesMoreItemsThanTheShopTakes(ServiceClient echo, @Configured ShopSettings settings) {
            String basket = "/baskets?items=" + (settings.maxItems() + 1);

            assertThat(echo.post(basket).send()).tookAtMost(settings.timeout());
        }
    }

    @Test
    void aTestFindsWhatTheFileSays() {
        assertThat(run(OneTest.class).verdicts().values()).containsExactly("PASSED");
    }

    @GoldenPath
    @TestInstance(TestInstance.Lifecycle.PER_METHOD)
    static class EveryPlace {
        private static final ShopSettings EXPECTED = new ShopSettings("EUR", 20, Duration.ofSeconds(5));

        private final ShopSettings fromConstructor;
        private ShopSettings before = null;

        @Shop
        private ShopSettings field;

        EveryPlace(@Configured ShopSettings settings) {
            fromConstructor = settings;
        }

        @BeforeAll
        static void beforeAll(@Configured ShopSettings settings) {
            assertThat(settings).isEqualTo(EXPECTED);
        }

        @BeforeEach
        void beforeEach(@Configured ShopSettings settings) {
            before = settings;
        }

        @AfterAll
        static void afterAll(@Configured ShopSettings settings) {
            assertThat(settings).isEqualTo(EXPECTED);
        }

        @Test
        void method(@Shop ShopSettings settings, ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
            assertThat(List.of(settings, fromConstructor, field, before)).containsOnly(EXPECTED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void besideArguments(String word, @Configured ShopSettings settings, ServiceClient echo) {
            assertThat(echo.get("/" + word).send()).hasStatus(200);
            assertThat(settings).isEqualTo(EXPECTED);
        }

        @TestFactory
        Stream<DynamicTest> factory(@Configured ShopSettings settings, ServiceClient echo) {
            return Stream.of(DynamicTest.dynamicTest("dynamic", () -> {
                assertThat(echo.get("/dynamic").send()).hasStatus(200);
                assertThat(settings).isEqualTo(EXPECTED);
            }));
        }

        @Nested
        @TestInstance(TestInstance.Lifecycle.PER_CLASS)
        @AsUser(AsUser.ANONYMOUS)
        class Inner {
            @Configured("shop")
            private ShopSettings ofTheClass;

            @Test
            void nested(ServiceClient echo, @Configured PaymentGatewaySettings payment) {
                assertThat(echo.get("/").send()).hasStatus(200);
                assertThat(List.of(ofTheClass, field)).containsOnly(EXPECTED);
                assertThat(payment.fee()).isEqualTo("0.35");
            }
        }
    }

    @Test
    void theyAreInjectedInEveryPlace() {
        GoldenPathRun run = run(EveryPlace.class);

        assertThat(run.verdicts().values()).hasSize(5).containsOnly("PASSED");
        assertThat(run.closingFailure()).isEmpty();
    }

    @GoldenPath
    static class Telling {
        @Test
        void tells(ServiceClient echo, @Configured PaymentGatewaySettings payment, TestEvidence evidence) {
            String code = payment.code().orElseThrow().reveal();
            assertThat(echo.post("/pay").json(Map.of("text", "with " + code)).send())
                    .hasStatus(200);
            evidence.attach("code", "text/plain", code.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void theirSecretsAreMaskedBeforeATestCanTellThem() throws Exception {
        GoldenPathRun run = run(Telling.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED");
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertThat(written).hasSizeGreaterThan(1);
            for (Path file : written) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("planted-4711-code");
            }
        }
    }
}
