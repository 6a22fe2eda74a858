package dev.goldenpath.environment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to a section of a file.
 *
 * @param path its keys, joined by dots; empty for the whole file
 * @param overridePath the same as overrides have it; absent where nothing is overridden
 */
record KeyPath(String path, @Nullable String overridePath) {
    static final KeyPath ROOT = new KeyPath("", "");
    static final KeyPath ROOT_WITHOUT_OVERRIDES = new KeyPath("", null);

    /** The way to {@code key} of this section. */
    KeyPath to(String key) {
        return new KeyPath(join(path, key), overridePath == null ? null : join(overridePath, key));
    }

    /** As above, where overrides leave out what has led here. */
    KeyPath afresh(String key) {
        return new KeyPath(join(path, key), overridePath == null ? null : "");
    }

    /** Whether anything could be overridden. */
    boolean isOverridable() {
        return overridePath != null;
    }

    /** What overrides {@code key} of this section. */
    Optional<Setting> override(String key, Sources sources) {
        return overridePath == null
                ? Optional.empty()
                : sources.override(join(overridePath, key))
                        .map(setting -> new Setting(join(path, key), setting.value(), setting.origin()));
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
