package dev.goldenpath.environment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands below {@code settings}, with its variables filled in. Immutable. */
sealed interface SettingTree {

    /** The full key, for messages. */
    String key();

    /** Where it stands, or what overrides it. */
    Origin origin();

    /**
     * One text.
     *
     * @param shown what messages may show of it
     * @param filledIn whether it has variables
     */
    record Text(Setting setting, String shown, boolean filledIn) implements SettingTree {
        @Override
        public String key() {
            return setting.key();
        }

        @Override
        public Origin origin() {
            return setting.origin();
        }
    }

    /** Keys with what stands below each, in the order of the file. */
    record Keys(String key, Origin origin, Map<String, SettingTree> entries) implements SettingTree {
        public Keys {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** These keys with those of {@code over} laid over them. */
        Keys under(Keys over) {
            Map<String, SettingTree> all = new LinkedHashMap<>(entries);
            over.entries.forEach((name, above) -> all.merge(
                    name,
                    above,
                    (mine, its) -> mine instanceof Keys lower && its instanceof Keys upper ? lower.under(upper) : its));
            return new Keys(over.key, over.origin, all);
        }
    }

    /** A list. */
    record Items(String key, Origin origin, List<SettingTree> items) implements SettingTree {
        public Items {
            items = List.copyOf(items);
        }
    }
}
