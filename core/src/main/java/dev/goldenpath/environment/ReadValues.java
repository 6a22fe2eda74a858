package dev.goldenpath.environment;

import dev.goldenpath.evidence.Redaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Collects the values that one reading has read, as they may be shown. */
final class ReadValues {
    private final Map<String, ReadValue> values = new LinkedHashMap<>();
    private final Set<String> secrets = new HashSet<>();

    /** What was read at {@code key}; the last of several counts. */
    void add(String key, String shown, Origin origin, @Nullable String written) {
        values.put(key, new ReadValue(key, shown, origin, written));
    }

    /** The value at {@code key} is a secret, and so is all of what is written there but its variables. */
    void secret(String key) {
        secrets.add(key);
    }

    /** All values, those that no file holds behind the others of their section. */
    List<ReadValue> inOrderOf(Node root, Redaction redaction) {
        Map<String, ReadValue> left = new LinkedHashMap<>(values);
        List<ReadValue> ordered = new ArrayList<>();
        take(root, "", left, ordered);
        return ordered.stream().map(value -> masked(value, redaction)).toList();
    }

    /** What stands at {@code path}, and then what was read below it and does not stand there. */
    private static void take(Node node, String path, Map<String, ReadValue> left, List<ReadValue> ordered) {
        if (left.containsKey(path)) {
            ordered.add(left.remove(path));
        }
        List<String> below =
                left.keySet().stream().filter(key -> isBelow(key, path)).toList();
        // Nothing below: that ends the way through a file that holds itself, too.
        if (below.isEmpty()) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    String name = key.getValue();
                    take(tuple.getValueNode(), path.isEmpty() ? name : path + "." + name, left, ordered);
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            int index = 0;
            for (Node item : sequence.getValue()) {
                take(item, path + "[" + index++ + "]", left, ordered);
            }
        }
        for (String key : below) {
            if (left.containsKey(key)) {
                ordered.add(left.remove(key));
            }
        }
    }

    private static boolean isBelow(String key, String path) {
        return path.isEmpty() || key.startsWith(path + ".") || key.startsWith(path + "[");
    }

    private ReadValue masked(ReadValue value, Redaction redaction) {
        String written = value.written();
        boolean secret = secrets.contains(value.key());
        return new ReadValue(
                value.key(),
                secret ? Redaction.MASK : redaction.text(Reading.withoutUserInfo(value.shown())),
                value.origin(),
                written == null
                        ? null
                        : secret ? onlyVariables(written) : redaction.text(Reading.withoutUserInfo(written)));
    }

    private static String onlyVariables(String written) {
        return Reading.VARIABLE
                .matcher(written)
                .results()
                .map(match -> match.group())
                .reduce("", String::concat);
    }
}
