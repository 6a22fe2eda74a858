package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorSettingsTest {
    enum Speed {
        SLOW,
        VERY_FAST
    }

    record Api(URI url, Secret key, Optional<Duration> timeout) {}

    record ShopSettings(
            String currency,
            int maxItems,
            @Nullable Long total,
            double rate,
            boolean open,
            BigDecimal price,
            Duration timeout,
            Instant since,
            LocalDate day,
            Path folder,
            Speed speed,
            Api api,
            List<String> tags,
            Map<String, Integer> stock,
            List<Api> others,
            Optional<Speed> otherSpeed,
            @Nullable Api backup) {}

    record Limits(Optional<Integer> maxItems, @Nullable Api api) {}

    private static final String YAML = """
            environments:
              local: { }
              staging:
                settings:
                  shop: { max-items: 30, api: { key: "${SHOP_KEY}" }, tags: [c] }
            settings:
              shop:
                currency: EUR
                max-items: 20
                total: 5000000000
                rate: 0.5
                open: true
                price: 9.90
                timeout: 5s
                since: 2026-01-01T00:00:00Z
                day: 2026-02-03
                folder: data/shop
                speed: very-fast
                api: { url: "https://${HOST}/api", key: "${planted:alice}" }
                tags: [a, b]
                stock: { apple: 3, "big pear": 4 }
                others: [ { url: "urn:x", key: k-1, timeout: 1m } ]
            """;

    @TempDir
    private Path folder;

    private Project project() {
        return new Project(folder).yaml(YAML).variable("HOST", "shop.example.com");
    }

    private AuthorSettings of(String environment) {
        return project()
                .variable("SHOP_KEY", "staging-key")
                .loader()
                .load(environment)
                .settings();
    }

    @Test
    void aSectionBecomesARecord() {
        ShopSettings shop = of("local").bind("shop", ShopSettings.class);

        assertThat(shop.currency()).isEqualTo("EUR");
        assertThat(shop.maxItems()).isEqualTo(20);
        assertThat(shop.total()).isEqualTo(5_000_000_000L);
        assertThat(shop.rate()).isEqualTo(0.5);
        assertThat(shop.open()).isTrue();
        assertThat(shop.price()).isEqualTo(new BigDecimal("9.90"));
        assertThat(shop.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(shop.since()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(shop.day()).isEqualTo(LocalDate.of(2026, 2, 3));
        assertThat(shop.folder()).isEqualTo(Path.of("data", "shop"));
        assertThat(shop.speed()).isEqualTo(Speed.VERY_FAST);
        assertThat(shop.api().url()).isEqualTo(URI.create("https://shop.example.com/api"));
        assertThat(shop.api().key().reveal()).isEqualTo(PlantedSecrets.SECRET);
        assertThat(shop.api().timeout()).isEmpty();
        assertThat(shop.tags()).containsExactly("a", "b");
        assertThat(shop.stock()).containsExactly(Map.entry("apple", 3), Map.entry("big pear", 4));
        assertThat(shop.others().get(0).timeout()).contains(Duration.ofMinutes(1));
        assertThat(shop.otherSpeed()).isEmpty();
        assertThat(shop.backup()).isNull();
    }

    @Test
    void thoseOfAnEnvironmentAreLaidOverThoseOfAll() {
        ShopSettings shop = of("staging").bind("shop", ShopSettings.class);

        assertThat(shop.maxItems()).isEqualTo(30);
        assertThat(shop.api().url()).isEqualTo(URI.create("https://shop.example.com/api"));
        assertThat(shop.api().key().reveal()).isEqualTo("staging-key");
        assertThat(shop.api().key().origin()).hasToString("goldenpath.yaml:5");
        assertThat(shop.tags()).containsExactly("c");
    }

    @Test
    void whatIsReplacedNeedsNoVariable() {
        Project project = new Project(folder).yaml("""
                        environments: { a: { settings: { shop: { max-items: 1 } } } }
                        settings: { shop: { max-items: "${GONE}" } }
                        """);
        assertThat(project.load().settings().bind("shop", Limits.class).maxItems())
                .contains(1);
    }

    @Test
    void aSystemPropertyComesBeforeAnEnvironmentVariableBeforeTheFile() {
        Project project = project().variable("GOLDENPATH_SETTINGS_SHOP_MAX_ITEMS", "6");
        assertThat(maxItems(project)).isEqualTo(6);
        project.property("goldenpath.settings.shop.max-items", "${FIVE}").variable("FIVE", "5");
        assertThat(maxItems(project)).isEqualTo(5);
    }

    private static int maxItems(Project project) {
        return project.loader()
                .load("local")
                .settings()
                .bind("shop", ShopSettings.class)
                .maxItems();
    }

    @Test
    void anOverrideMaySetWhatTheFileDoesNot() {
        Project project = project()
                .variable("GOLDENPATH_SETTINGS_SHOP_API_TIMEOUT", "7s")
                .property("goldenpath.settings.shop.backup.url", "urn:backup")
                .variable("GOLDENPATH_SETTINGS_SHOP_BACKUP_KEY", "backup-key")
                .property("goldenpath.settings.limits.max-items", "8");
        AuthorSettings settings = project.loader().load("local").settings();

        ShopSettings shop = settings.bind("shop", ShopSettings.class);
        assertThat(shop.api().timeout()).contains(Duration.ofSeconds(7));
        assertThat(shop.backup()).isNotNull();
        assertThat(shop.backup().url()).isEqualTo(URI.create("urn:backup"));
        assertThat(shop.backup().key().origin())
                .hasToString("environment variable GOLDENPATH_SETTINGS_SHOP_BACKUP_KEY");
        assertThat(settings.bind("limits", Limits.class)).isEqualTo(new Limits(Optional.of(8), null));
    }

    @Test
    void aSectionOfWhichNothingIsNeededMayBeAbsent() {
        assertThat(of("local").bind("limits", Limits.class)).isEqualTo(new Limits(Optional.empty(), null));
        assertThat(AuthorSettings.NONE.bind("limits", Limits.class)).isEqualTo(new Limits(Optional.empty(), null));
        assertThat(AuthorSettings.NONE.sections()).isEmpty();
        assertThat(of("local").sections()).containsExactly("shop");
    }

    @Test
    void itsSecretsAreToldWhenTheyAreKnown() {
        List<String> told = new ArrayList<>();
        Environment environment =
                project().variable("SHOP_KEY", "staging-key").loader().load("staging");

        environment.settings().bind("shop", ShopSettings.class, secret -> told.add(secret.reveal()));

        assertThat(told).containsExactly("staging-key", "k-1");
    }

    @Test
    void whatASourceTellsAndWhatHasTheNameOfASecretIsMaskedBeforeThat() {
        Project project =
                new Project(folder).yaml("""
                        environments: { a: { } }
                        settings:
                          shop: { url: "${planted:ci/alice:2}", password: "p-${PW}", key: k-1, name: "p-of-shop" }
                        """).variable("PW", "of-shop").property("goldenpath.settings.shop.other", "o");

        assertThat(project.load().secrets())
                .extracting(Secret::reveal)
                .containsExactlyInAnyOrder("tenant-Seed-2", "p-of-shop");
        assertThat(ReadValuesTest.shown(project))
                .containsExactly(
                        "settings.shop.url = *** (goldenpath.yaml:3, written ${planted:ci/alice:2})",
                        "settings.shop.password = *** (goldenpath.yaml:3, written ${PW})",
                        "settings.shop.key = *** (goldenpath.yaml:3)",
                        "settings.shop.name = *** (goldenpath.yaml:3)",
                        "settings.shop.other = o (system property goldenpath.settings.shop.other)");
    }

    @Test
    void allNamesOfComponentsHaveAKey() {
        assertThat(List.of("maxItems", "apiURL", "URLOfShop", "x", "item2Of"))
                .extracting(SettingComponent::keyOf)
                .containsExactly("max-items", "api-url", "url-of-shop", "x", "item2-of");
    }
}
