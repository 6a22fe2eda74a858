package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record and the messages of the documentation. */
class DocumentedSettingsTest {
    private static final String YAML = """
            environments:
              staging:
                services: { shop: { url: "https://shop.staging.example.com" } }
                settings: { shop: { max-items: 5 } }
            settings:
              shop:
                currency: EUR
                max-items: 20
                timeout: 5s
                api: { url: "https://partner.example.com", key: "${SHOP_KEY}" }
                tags: [a, b]
            """;

    record ShopSettings(
            String currency,
            int maxItems,
            Optional<Duration> timeout,
            Api api,
            List<String> tags,
            @Nullable String note) {
        record Api(URI url, Secret key) {}

        ShopSettings {
            if (maxItems < 1) {
                throw new IllegalArgumentException("max-items must be at least 1");
            }
        }
    }

    @TempDir
    private Path folder;

    @Test
    void isBound() {
        ShopSettings shop = project(YAML).load().settings().bind("shop", ShopSettings.class);
        assertThat(shop.maxItems()).isEqualTo(5);
        assertThat(shop.timeout()).contains(Duration.ofSeconds(5));
        assertThat(shop.note()).isNull();
    }

    @Test
    void tellsWhatIsWrong() {
        Project project = project(YAML.replace("    currency", "    curency: USD\n    currency"))
                .property("goldenpath.settings.shop.max-items", "many");
        assertThatThrownBy(() -> project.load().settings().bind("shop", ShopSettings.class))
                .hasMessage("""
                        settings.shop can't be bound to ShopSettings: 2 problems
                          1. system property goldenpath.settings.shop.max-items  environments.staging.settings.shop.max-items: 'many' is no whole number from -2147483648 to 2147483647. Correct it.
                          2. goldenpath.yaml:7  settings.shop.curency: unknown key. Did you mean 'currency'? Known here: api, currency, max-items, note, tags, timeout.""");
    }

    private Project project(String yaml) {
        return new Project(folder).yaml(yaml).variable("SHOP_KEY", "shop-key");
    }
}
