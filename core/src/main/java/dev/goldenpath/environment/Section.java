package dev.goldenpath.environment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of the file. Every key that is read is also looked up among the overrides; {@link #finish()} reports the
 * keys that were not.
 */
final class Section {
    private final Reading reading;
    private final KeyPath path;
    private final Origin origin;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Origin> origins = new LinkedHashMap<>();
    private final Set<String> read = new LinkedHashSet<>();

    private Section(Reading reading, KeyPath path, Origin origin) {
        this.reading = reading;
        this.path = path;
        this.origin = origin;
    }

    static Section root(Reading reading, String file, Node node) {
        return new Section(reading, KeyPath.ROOT, Origin.line(file, 1)).fill(node);
    }

    /** As above, of a file whose values no system property or environment variable overrides. */
    static Section rootWithoutOverrides(Reading reading, String file, Node node) {
        return new Section(reading, KeyPath.ROOT_WITHOUT_OVERRIDES, Origin.line(file, 1)).fill(node);
    }

    private Section fillFrom(@Nullable Node node) {
        return node == null ? this : fill(node);
    }

    private Section fill(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            String name = path.path().isEmpty() ? "The file" : path.path();
            reading.problem(originOf(node), name + " must hold keys and values", "Write 'key: value' below it.");
            return this;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            Origin keyOrigin = originOf(tuple.getKeyNode());
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(not a text)";
            if (values.put(key, tuple.getValueNode()) != null) {
                reading.problem(
                        keyOrigin,
                        pathOf(key) + " stands here a second time (first: " + origins.get(key) + ")",
                        "Keep one.");
            }
            origins.put(key, keyOrigin);
            reading.located(pathOf(key), keyOrigin);
        }
        return this;
    }

    Origin origin() {
        return origin;
    }

    /** Where the key stands, or this section where it does not. */
    Origin originOf(String key) {
        return origins.getOrDefault(key, origin);
    }

    String pathOf(String key) {
        return path.to(key).path();
    }

    /** All keys in the order of the file; none of them is unknown from now on. */
    List<String> names() {
        read.addAll(values.keySet());
        return List.copyOf(values.keySet());
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Whether keys stand below {@code key} in the file, and no override replaces them by a text. */
    boolean holdsKeys(String key) {
        return values.get(key) instanceof MappingNode
                && path.override(key, reading.sources()).isEmpty();
    }

    /** What stands at {@code key}, whatever it is; what is below it is not looked at. */
    Optional<Node> node(String key) {
        read.add(key);
        return Optional.ofNullable(values.get(key));
    }

    /** The text of {@code key}, an override before the file. */
    Optional<Setting> text(String key) {
        return template(key, "");
    }

    /** As {@link #text}, but {@code ${placeholder}} stays as it is: what fills it is not known yet. */
    Optional<Setting> template(String key, String placeholder) {
        return raw(key).map(setting -> resolved(pathOf(key), setting, placeholder));
    }

    private Setting resolved(String place, Setting raw, String placeholder) {
        Setting setting = reading.resolve(raw, placeholder);
        if (path.isOverridable()) {
            reading.remember(place, raw, placeholder);
        }
        return setting;
    }

    private Optional<Setting> raw(String key) {
        read.add(key);
        Optional<Setting> override = path.override(key, reading.sources());
        override.ifPresent(reading::overridden);
        return override.or(() -> scalar(key));
    }

    /** The text of {@code key}; a missing one is a problem. */
    Optional<Setting> requiredText(String key) {
        Optional<Setting> found = text(key);
        if (found.isEmpty() && !has(key)) {
            reading.problem(origin, pathOf(key) + " is missing", "Add '" + key + "' here.");
        }
        return found;
    }

    /** The value of {@code key} as {@code parse} reads it; an {@link IllegalArgumentException} becomes a problem. */
    <T> Optional<T> parsed(String key, Function<String, T> parse) {
        return text(key).flatMap(setting -> parsed(setting, parse));
    }

    <T> Optional<T> parsed(Setting setting, Function<String, T> parse) {
        if (reading.isUnresolved(setting)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(setting.value()));
        } catch (IllegalArgumentException e) {
            boolean filledIn = reading.writtenWithVariables(setting.key()).isPresent();
            reading.problem(WrongText.problem(setting, reading.shown(setting), filledIn, e));
            return Optional.empty();
        }
    }

    /** The secret that is this setting's value; one that stands in the file as it is may be a finding. */
    Secret secret(Setting setting) {
        return reading.secret(setting);
    }

    /** The texts of the list at {@code key}, or the one text that stands there. */
    List<Setting> texts(String key) {
        if (!(values.get(key) instanceof SequenceNode sequence)) {
            return text(key).map(List::of).orElse(List.of());
        }
        read.add(key);
        List<Setting> texts = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            String place = pathOf(key) + "[" + texts.size() + "]";
            toSetting(pathOf(key), item).map(raw -> resolved(place, raw, "")).ifPresent(texts::add);
        }
        return texts;
    }

    /** The section at {@code key}, an empty one where there is none. */
    Section section(String key) {
        read.add(key);
        Section section = new Section(reading, path.to(key), originOf(key));
        return section.fillFrom(values.get(key));
    }

    /** The section at {@code key}, whose keys are overridden without the names that lead to it. */
    Section overriddenFromHere(String key) {
        read.add(key);
        Section section = new Section(reading, path.afresh(key), originOf(key));
        return section.fillFrom(values.get(key));
    }

    /** A section without keys of its own in the file, for what only overrides can set below {@code key}. */
    Section overrides(String key) {
        return new Section(reading, path.to(key), originOf(key));
    }

    /** Reports what is wrong with {@code key} as a whole. */
    void problem(String key, String what, String remedy) {
        reading.problem(originOf(key), pathOf(key) + " " + what, remedy);
    }

    void repeated(Setting entry) {
        reading.problem(entry.origin(), entry.key() + ": '" + reading.shown(entry) + "' is listed twice", "Keep one.");
    }

    /** The sections of the list at {@code key}. */
    List<Section> sections(String key) {
        read.add(key);
        if (!has(key)) {
            return List.of();
        }
        if (!(values.get(key) instanceof SequenceNode sequence)) {
            reading.problem(originOf(key), pathOf(key) + " must be a list", "Start each entry with '- '.");
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            String index = "[" + sections.size() + "]";
            sections.add(new Section(reading, path.to(key + index), originOf(item)).fill(item));
        }
        return sections;
    }

    /** Reports every key that nothing read. */
    void finish() {
        Set<String> unknown = new LinkedHashSet<>(values.keySet());
        unknown.removeAll(read);
        unknown.forEach(key -> reading.problem(UnknownKey.problem(originOf(key), pathOf(key), key, read)));
    }

    private Optional<Setting> scalar(String key) {
        Node node = values.get(key);
        return node == null ? Optional.empty() : toSetting(pathOf(key), node);
    }

    private Optional<Setting> toSetting(String key, Node node) {
        if (node instanceof ScalarNode scalar && !YamlText.isEmpty(scalar)) {
            return Optional.of(new Setting(key, scalar.getValue(), originOf(node)));
        }
        reading.problem(
                originOf(node),
                key + (node instanceof ScalarNode ? " is empty" : " must be a single text"),
                "Write its value behind the colon, or remove the key.");
        return Optional.empty();
    }

    private Origin originOf(Node node) {
        return YamlText.originOf(node).orElse(origin);
    }
}
