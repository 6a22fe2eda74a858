package dev.goldenpath.environment;

import dev.goldenpath.environment.SettingTree.Items;
import dev.goldenpath.environment.SettingTree.Keys;
import dev.goldenpath.environment.SettingTree.Text;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what stands at one key of the author's settings as the type of a component, or of a part of it. */
final class SettingValues {
    private final SettingBinder binder;
    private final Consumer<Secret> secrets;

    SettingValues(SettingBinder binder, Consumer<Secret> secrets) {
        this.binder = binder;
        this.secrets = secrets;
    }

    /** A value of a type that is supported; {@code null} only together with a reported problem. */
    @Nullable
    Object read(Type type, String path, SettingTree tree) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? list(generic.getActualTypeArguments()[0], path, tree)
                    : map(generic.getActualTypeArguments()[1], path, tree);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return tree instanceof Keys keys ? binder.record(plain, path, keys) : noKeys(tree);
        }
        if (!(tree instanceof Text text)) {
            binder.problem(
                    tree.origin(),
                    tree.key() + " must be a single text",
                    "Write its value behind the colon, or remove the key.");
            return null;
        }
        return plain == Secret.class ? secret(text) : text(Objects.requireNonNull(SettingText.of(plain)), text);
    }

    private @Nullable Object list(Type element, String path, SettingTree tree) {
        List<SettingTree> items = tree instanceof Items list ? list.items() : List.of(tree);
        if (tree instanceof Keys) {
            binder.problem(tree.origin(), tree.key() + " must be a list", "Start each entry with '- '.");
            return null;
        }
        List<Object> values = new ArrayList<>();
        for (SettingTree item : items) {
            Object value = read(element, path + "[" + values.size() + "]", item);
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private @Nullable Object map(Type element, String path, SettingTree tree) {
        if (!(tree instanceof Keys keys)) {
            return noKeys(tree);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        keys.entries().forEach((name, entry) -> {
            Object value = read(element, path + "." + name, entry);
            if (value != null) {
                values.put(name, value);
            }
        });
        return Collections.unmodifiableMap(values);
    }

    private @Nullable Object noKeys(SettingTree tree) {
        binder.problem(tree.origin(), tree.key() + " must hold keys and values", "Write 'key: value' below it.");
        return null;
    }

    private @Nullable Object secret(Text text) {
        if (text.setting().value().isBlank()) {
            binder.problem(text.origin(), text.key() + " is empty", "Give the secret a value.");
            return null;
        }
        Secret secret = new Secret(text.setting().value(), text.origin());
        secrets.accept(secret);
        return secret;
    }

    private @Nullable Object text(Function<String, ?> parse, Text text) {
        try {
            return parse.apply(text.setting().value());
        } catch (IllegalArgumentException e) {
            binder.problem(WrongText.problem(text.setting(), text.shown(), text.filledIn(), e));
            return null;
        }
    }
}
