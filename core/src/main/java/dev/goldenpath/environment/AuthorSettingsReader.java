package dev.goldenpath.environment;

import dev.goldenpath.environment.SettingTree.Items;
import dev.goldenpath.environment.SettingTree.Keys;
import dev.goldenpath.environment.SettingTree.Text;
import dev.goldenpath.evidence.Redaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the sections of the author's own: those of all environments, below those of the chosen one. */
final class AuthorSettingsReader {
    private static final Redaction NAMES = new Redaction();

    private final Reading reading;
    private final Set<String> read = new HashSet<>();
    private final List<Secret> secrets = new ArrayList<>();

    AuthorSettingsReader(Reading reading) {
        this.reading = reading;
    }

    AuthorSettings read(Section root, Section environment) {
        SettingTreeReader trees = new SettingTreeReader(reading);
        Keys shared = trees.read(root);
        Keys own = trees.read(environment);
        // Merged before anything is filled in: what is replaced may need a variable that is not set here.
        Keys merged = own.entries().isEmpty() ? shared : shared.under(own);
        return new AuthorSettings(filledIn(AuthorSettings.KEY, merged), overrides(), secrets);
    }

    private Keys filledIn(String path, Keys keys) {
        Map<String, SettingTree> entries = new LinkedHashMap<>();
        keys.entries().forEach((name, tree) -> entries.put(name, filledInTree(path + "." + name, name, tree)));
        return new Keys(keys.key(), keys.origin(), entries);
    }

    private SettingTree filledInTree(String path, String name, SettingTree tree) {
        if (tree instanceof Keys keys) {
            return filledIn(path, keys);
        }
        if (tree instanceof Items items) {
            List<SettingTree> all = new ArrayList<>();
            for (SettingTree item : items.items()) {
                all.add(filledInTree(path + "[" + all.size() + "]", name, item));
            }
            return new Items(items.key(), items.origin(), all);
        }
        return text(path, name, ((Text) tree).setting());
    }

    private Text text(String path, String name, Setting written) {
        read.add(Sources.property(path));
        read.add(Sources.variable(path));
        Setting raw = reading.sources()
                .override(path)
                .map(override -> new Setting(written.key(), override.value(), override.origin()))
                .orElse(written);
        Text text = reading.text(raw);
        if (!reading.isUnresolved(text.setting()) && NAMES.isSecretField(name)) {
            secrets.add(reading.secretOfAuthor(text.setting()));
        } else if (GrantShape.SECRET.contains(name)) {
            reading.hide(written.key());
        }
        return text;
    }

    /** Those of keys that the file does not hold. */
    private SettingOverrides overrides() {
        Map<String, Text> rest = new HashMap<>();
        for (Setting raw : reading.sources().below(AuthorSettings.KEY)) {
            String name = raw.key();
            if (!read.contains(name)) {
                rest.put(name, reading.text(new Setting(Sources.path(name), raw.value(), raw.origin())));
            }
        }
        return new SettingOverrides(rest);
    }
}
