package dev.goldenpath.environment;

import dev.goldenpath.environment.SettingTree.Keys;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Settings of the author's own: what stands below {@code settings}, and for the chosen environment below its own {@code
 * settings}, which is laid over that. Immutable.
 *
 * @since 0.1.0
 */
public final class AuthorSettings {
    /** The key that they stand below. */
    static final String KEY = "settings";

    /** None. */
    public static final AuthorSettings NONE = new AuthorSettings(
            new Keys(KEY, new Origin("goldenpath.yaml"), Map.of()), SettingOverrides.NONE, List.of());

    private final Keys sections;
    private final SettingOverrides overrides;
    private final List<Secret> secrets;

    AuthorSettings(Keys sections, SettingOverrides overrides, List<Secret> secrets) {
        this.sections = sections;
        this.overrides = overrides;
        this.secrets = List.copyOf(secrets);
    }

    /** The names of all sections that the file holds, in its order. */
    public Set<String> sections() {
        return sections.entries().keySet();
    }

    /** What is known for a secret by the name of its key, such as {@code password}. */
    List<Secret> secrets() {
        return secrets;
    }

    /**
     * The same as {@link #bind(String, Class, Consumer)}, for a record without secrets, or whose secrets are known
     * already.
     */
    public <R extends Record> R bind(String section, Class<R> type) {
        return bind(section, type, secret -> {});
    }

    /**
     * A section as a record, of the same values each time. The component {@code maxItems} is what stands at {@code
     * max-items}. It is a String, an int, long, double or boolean or its box, a BigDecimal, Duration, Instant, LocalDate,
     * URI, Path, Secret or an enum, a record of such components, or a List or a Map by String of them. What may be absent
     * is an Optional, or annotated as Nullable.
     *
     * @param section its name below {@code settings}
     * @param secrets told each value that is bound to a {@link Secret}, so that it is masked from then on
     * @throws ConfigurationException with all problems of the section at once
     */
    public <R extends Record> R bind(String section, Class<R> type, Consumer<Secret> secrets) {
        return new SettingBinder(overrides, secrets).bind(sections, section, type);
    }

    /**
     * The section that a record of this type is of where nothing else is said: {@code payment-gateway} for {@code
     * PaymentGatewaySettings}, and {@code shop} for {@code ShopSettings} or {@code Shop}.
     */
    public static String sectionOf(Class<? extends Record> type) {
        return SettingComponent.keyOf(type.getSimpleName().replaceFirst("(?<=.)Settings$", ""));
    }
}
