package dev.goldenpath.environment;

import dev.goldenpath.environment.SettingTree.Items;
import dev.goldenpath.environment.SettingTree.Keys;
import dev.goldenpath.environment.SettingTree.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads what stands below {@code settings} as it is: nothing is filled in, and nothing overridden. */
final class SettingTreeReader {
    /** Deeper is only a file that holds itself. */
    private static final int DEEPEST = 20;

    private final Reading reading;

    SettingTreeReader(Reading reading) {
        this.reading = reading;
    }

    /** The keys of {@code settings} in this section; none where it is not there. */
    Keys read(Section section) {
        String key = section.pathOf(AuthorSettings.KEY);
        Origin origin = section.originOf(AuthorSettings.KEY);
        return section.node(AuthorSettings.KEY)
                .flatMap(node -> sections(key, origin, node))
                .orElse(new Keys(key, origin, Map.of()));
    }

    /** Empty only together with a reported problem. */
    private Optional<Keys> sections(String key, Origin origin, Node node) {
        Optional<Keys> sections = keys(key, origin, node, 0);
        sections.ifPresent(found -> found.entries().values().stream()
                .filter(entry -> !(entry instanceof Keys))
                .forEach(entry -> noKeys(entry.key(), entry.origin())));
        return sections;
    }

    private Optional<Keys> keys(String key, Origin origin, Node node, int depth) {
        if (!(node instanceof MappingNode mapping)) {
            noKeys(key, origin);
            return Optional.empty();
        }
        Map<String, SettingTree> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(not a text)";
            String path = key + "." + name;
            tree(path, origin(tuple.getKeyNode()), tuple.getValueNode(), depth + 1)
                    .ifPresent(tree -> {
                        SettingTree first = entries.put(name, tree);
                        if (first != null) {
                            reading.problem(
                                    origin(tuple.getKeyNode()),
                                    path + " stands here a second time (first: " + first.origin() + ")",
                                    "Keep one.");
                        }
                    });
        }
        return Optional.of(new Keys(key, origin, entries));
    }

    private Optional<? extends SettingTree> tree(String key, Origin origin, Node node, int depth) {
        if (depth > DEEPEST) {
            reading.problem(origin(node), key + " is more than " + DEEPEST + " levels deep", "Make it flatter.");
            return Optional.empty();
        }
        if (node instanceof MappingNode) {
            return keys(key, origin, node, depth);
        }
        if (node instanceof SequenceNode sequence) {
            List<SettingTree> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                tree(key + "[" + items.size() + "]", origin(item), item, depth + 1)
                        .ifPresent(items::add);
            }
            return Optional.of(new Items(key, origin, items));
        }
        if (node instanceof ScalarNode scalar && !YamlText.isEmpty(scalar)) {
            return Optional.of(new Text(new Setting(key, scalar.getValue(), origin(node)), scalar.getValue(), false));
        }
        reading.problem(origin(node), key + " is empty", "Write its value behind the colon, or remove the key.");
        return Optional.empty();
    }

    private void noKeys(String key, Origin origin) {
        reading.problem(origin, key + " must hold keys and values", "Write 'key: value' below it.");
    }

    private static Origin origin(Node node) {
        return YamlText.originOf(node).orElseThrow();
    }
}
