package dev.goldenpath.environment;

import dev.goldenpath.evidence.Redaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Collects the values that one reading has read, as they may be shown. */
final class ReadValues {
    private final Map<String, ReadValue> values = new LinkedHashMap<>();
    /** Which one each of them is. */
    private final Map<String, Integer> places = new HashMap<>();

    private final Set<String> secrets = new HashSet<>();

    /** What was read at {@code key}; the last of several counts. */
    void add(String key, String shown, Origin origin, @Nullable String written) {
        places.putIfAbsent(key, places.size());
        values.put(key, new ReadValue(key, shown, origin, written));
    }

    /** The value at {@code key} is a secret, and so is all of what is written there but its variables. */
    void secret(String key) {
        secrets.add(key);
    }

    /** All values, those that no file holds behind the others of their section. */
    List<ReadValue> inOrderOf(Node root, Redaction redaction) {
        NavigableMap<String, ReadValue> left = new TreeMap<>(values);
        List<ReadValue> ordered = new ArrayList<>();
        take(root, "", left, ordered);
        return ordered.stream().map(value -> masked(value, redaction)).toList();
    }

    /** What stands at {@code path}, and then what was read below it and does not stand there. */
    private void take(Node node, String path, NavigableMap<String, ReadValue> left, List<ReadValue> ordered) {
        if (left.containsKey(path)) {
            ordered.add(left.remove(path));
        }
        List<String> below = below(path, left);
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

    /** In the order they were read. Looks at no other key, of which there may be many thousands. */
    private List<String> below(String path, NavigableMap<String, ReadValue> left) {
        if (path.isEmpty()) {
            return values.keySet().stream().filter(left::containsKey).toList();
        }
        return Stream.of(".", "[")
                .flatMap(first -> left.tailMap(path + first, false).keySet().stream()
                        .takeWhile(key -> key.startsWith(path + first)))
                .sorted(Comparator.comparing(places::get))
                .toList();
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
