package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorSettingsProblemsTest {
    enum Speed {
        SLOW,
        VERY_FAST
    }

    record Api(URI url, Secret key) {}

    record Shop(String currency, int maxItems, Api api, List<Integer> tags, Map<String, Boolean> open) {}

    record Small(Optional<Integer> maxItems, Optional<Secret> key) {}

    record Many(
            long total,
            double rate,
            BigDecimal price,
            Instant since,
            LocalDate day,
            Path folder,
            Speed speed,
            URI url) {}

    record Checked(int least, int most) {
        Checked {
            if (most < least) {
                throw new IllegalArgumentException("most is less than least.");
            }
        }
    }

    record Broken(int least) {
        Broken {
            throw new UnsupportedOperationException("broken");
        }
    }

    record Odd(int[] numbers, Map<Integer, String> byNumber, List<Object> things) {}

    @TempDir
    private Path folder;

    private Project project(String shop) {
        return new Project(folder).yaml("environments: { a: { } }\nsettings:\n  shop: " + shop + "\n");
    }

    @Test
    void allAreListedAtOnce() {
        Project project = project(
                        "{ curency: EUR, max-items: \"${MANY}\", api: { key: \"${NONE}\", url: [] }, tags: { a: b }, open: { x: yes } }")
                .variable("MANY", "twenty")
                .variable("NONE", "")
                .property("goldenpath.settings.shop.max-itms", "5")
                .variable("GOLDENPATH_SETTINGS_SHOP_OPEN", "true")
                .variable("GOLDENPATH_SETTINGS_STORE_X", "of another section");

        assertThatThrownBy(() -> project.load().settings().bind("shop", Shop.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        settings.shop can't be bound to Shop: 9 problems
                          1. goldenpath.yaml:3  settings.shop.currency is missing. Add 'currency' here.
                          2. goldenpath.yaml:3  settings.shop.max-items: '${MANY}', with its variables filled in, is no whole number from -2147483648 to 2147483647. Correct it.
                          3. goldenpath.yaml:3  settings.shop.api.url must be a single text. Write its value behind the colon, or remove the key.
                          4. goldenpath.yaml:3  settings.shop.api.key is empty. Give the secret a value.
                          5. goldenpath.yaml:3  settings.shop.tags must be a list. Start each entry with '- '.
                          6. goldenpath.yaml:3  settings.shop.open.x: 'yes' is neither true nor false. Correct it.
                          7. goldenpath.yaml:3  settings.shop.curency: unknown key. Did you mean 'currency'? Known here: api, currency, max-items, open, tags.
                          8. environment variable GOLDENPATH_SETTINGS_SHOP_OPEN  GOLDENPATH_SETTINGS_SHOP_OPEN sets nothing in Shop. Correct or remove it.
                          9. system property goldenpath.settings.shop.max-itms  goldenpath.settings.shop.max-itms sets nothing in Shop. Did you mean 'goldenpath.settings.shop.max-items'? Correct or remove it.""");
    }

    @Test
    void eachTypeSaysWhatItIsNot() {
        assertThat(problems(
                        project(
                                "{ total: 1.5, rate: 1e999, price: much, since: now, day: 31.12.2026, folder: \"a\\0b\", speed: fast, url: \"a b\" }"),
                        Many.class))
                .containsExactly(
                        "settings.shop.total: '1.5' is no whole number from -9223372036854775808 to 9223372036854775807",
                        "settings.shop.rate: '1e999' is too large for a double",
                        "settings.shop.price: 'much' is no number",
                        "settings.shop.since: 'now' is no instant such as 2026-12-31T23:59:59Z",
                        "settings.shop.day: '31.12.2026' is no date such as 2026-12-31",
                        "settings.shop.folder: 'a\0b' is no path",
                        "settings.shop.speed: 'fast' is none of slow, very-fast",
                        "settings.shop.url: 'a b' is no URI: Illegal character in path at character 2");
    }

    @Test
    void aKeyWhereASectionIsExpected() {
        assertThat(problems(project("{ currency: EUR, max-items: 1, api: x, tags: 1, open: [ true ] }"), Shop.class))
                .containsExactly(
                        "settings.shop.api must hold keys and values", "settings.shop.open must hold keys and values");
    }

    @Test
    void aSectionThatIsNotThereIsOneProblem() {
        assertThatThrownBy(() -> project("{ a: b }").load().settings().bind("shp", Shop.class))
                .hasMessage("""
                        settings.shp can't be bound to Shop: 1 problem
                          1. goldenpath.yaml:2  settings.shp is missing. Did you mean 'shop'? Add it with what Shop needs.""");
    }

    @Test
    void whatTheRecordItselfRefusesIsAProblemOfItsSection() {
        assertThatThrownBy(
                        () -> project("{ least: 3, most: 2 }").load().settings().bind("shop", Checked.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        settings.shop can't be bound to Checked: 1 problem
                          1. goldenpath.yaml:3  settings.shop: most is less than least. Correct it.""");
    }

    @Test
    void whatElseTheRecordThrowsIsNoProblemOfTheSection() {
        assertThatThrownBy(() -> project("{ least: 3 }").load().settings().bind("shop", Broken.class))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("broken");
    }

    @Test
    void aTypeThatNoSettingHas() {
        assertThatThrownBy(() -> project("{ }").load().settings().bind("shop", Odd.class))
                .hasMessage("""
                        settings.shop can't be bound to Odd: 3 problems
                          1. Odd.numbers  A setting can't be of the type int[]. Use TYPES.
                          2. Odd.byNumber  A setting can't be of the type java.util.Map<java.lang.Integer, java.lang.String>. Use TYPES.
                          3. Odd.things  A setting can't be of the type java.util.List<java.lang.Object>. Use TYPES.""".replace("TYPES", SettingComponent.SUPPORTED));
    }

    @Test
    void anOverrideOfALongerNamedSectionIsNotThisSections() {
        Project project = new Project(folder)
                .yaml("environments: { a: { } }\nsettings: { shop: { }, shop-eu: { } }")
                .variable("GOLDENPATH_SETTINGS_SHOP_EU_MAX_ITEMS", "3");
        AuthorSettings settings = project.load().settings();

        assertThat(settings.bind("shop", Small.class).maxItems()).isEmpty();
        assertThat(settings.bind("shop-eu", Small.class).maxItems()).contains(3);
    }

    @Test
    void whatIsWrongWithTheFileItselfIsToldWithAllElse() {
        Project project = new Project(folder)
                .yaml("""
                        environments: { a: { settings: nothing } }
                        settings:
                          currency: EUR
                          tags: [a]
                          shop: { a: , b: "${GONE}", b: 2 }
                          deep: &deep { deeper: *deep }
                        """)
                .property("goldenpath.settings.shop.max-items", "${GONE}")
                .property("goldenpath.setings.shop.max-items", "5");

        assertThat(project.problems())
                .containsExactly(
                        "goldenpath.yaml:5  settings.shop.a is empty. Write its value behind the colon, or remove the key.",
                        "goldenpath.yaml:5  settings.shop.b stands here a second time (first: goldenpath.yaml:5). Keep one.",
                        "goldenpath.yaml:6  settings.deep" + ".deeper".repeat(20) + " is more than 20 levels deep."
                                + " Make it flatter.",
                        "goldenpath.yaml:3  settings.currency must hold keys and values. Write 'key: value' below it.",
                        "goldenpath.yaml:4  settings.tags must hold keys and values. Write 'key: value' below it.",
                        "goldenpath.yaml:1  environments.a.settings must hold keys and values."
                                + " Write 'key: value' below it.",
                        "system property goldenpath.settings.shop.max-items  settings.shop.max-items: ${GONE} is not"
                                + " set. Set the environment variable GONE.",
                        "system property goldenpath.setings.shop.max-items  goldenpath.setings.shop.max-items sets"
                                + " nothing in the chosen environment. Did you mean"
                                + " 'goldenpath.settings.shop.max-items'? Correct or remove it.");
    }

    private static List<String> problems(Project project, Class<? extends Record> type) {
        try {
            project.load().settings().bind("shop", type);
            return List.of();
        } catch (ConfigurationException e) {
            return e.problems().stream().map(ConfigurationProblem::what).toList();
        }
    }
}
