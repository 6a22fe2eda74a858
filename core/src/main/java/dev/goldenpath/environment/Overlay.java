package dev.goldenpath.environment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Lays the file of one environment over the main file: keys are merged, texts and lists replaced. */
final class Overlay {
    private static final String CHOICE = "environment";
    private static final String ENVIRONMENTS = "environments";
    /** What all environments share; an overlay says all else of its own environment alone. */
    static final Set<String> SHARED = Set.of("gate", "revenue", "redact", "markers", "policy");

    private final Reading reading;
    private final String mainFile;
    private final String environment;

    Overlay(Reading reading, String mainFile, String environment) {
        this.reading = reading;
        this.mainFile = mainFile;
        this.environment = environment;
    }

    /**
     * Both files as one; no node of either is changed, for an alias may show it elsewhere, too.
     *
     * @param name of the overlay, for messages
     */
    Node laidOver(Node main, Node overlay, String name) {
        if (!(overlay instanceof MappingNode mapping)) {
            reading.problem(
                    YamlText.originOf(overlay).orElse(new Origin(name)),
                    "The file must hold keys and values",
                    "Write 'key: value' in it.");
            return main;
        }
        List<NodeTuple> shared = new ArrayList<>();
        List<NodeTuple> own = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = keyOf(tuple);
            if (key.equals(CHOICE) || key.equals(ENVIRONMENTS)) {
                misplaced(key, YamlText.originOf(tuple.getKeyNode()).orElse(new Origin(name)));
            } else {
                (SHARED.contains(key) ? shared : own).add(tuple);
            }
        }
        shared.add(tuple(
                mapping, ENVIRONMENTS, with(mapping, List.of(tuple(mapping, environment, with(mapping, own))))));
        return merged(main, with(mapping, shared));
    }

    private void misplaced(String key, Origin origin) {
        reading.problem(
                origin,
                key + " has no place in an overlay",
                key.equals(CHOICE)
                        ? "Choose the environment in " + mainFile + ", or by -Dgoldenpath.environment=…."
                        : "Write here what stands below environments." + environment + " in " + mainFile
                                + ", without that beginning.");
    }

    private static Node merged(Node lower, Node upper) {
        // A file that holds itself is merged nowhere else.
        if (!(lower instanceof MappingNode below)
                || !(upper instanceof MappingNode above)
                || lower.isRecursive()
                || upper.isRecursive()) {
            return upper;
        }
        List<NodeTuple> all = new ArrayList<>();
        Map<String, NodeTuple> left = new LinkedHashMap<>();
        for (NodeTuple tuple : above.getValue()) {
            NodeTuple first = left.put(keyOf(tuple), tuple);
            if (first != null) {
                // Both stay, so that this is told as a key that stands there twice.
                all.add(first);
            }
        }
        for (NodeTuple tuple : below.getValue()) {
            NodeTuple over = left.remove(keyOf(tuple));
            all.add(over == null ? tuple : merged(tuple, over));
        }
        all.addAll(left.values());
        return with(below, all);
    }

    private static NodeTuple merged(NodeTuple lower, NodeTuple upper) {
        boolean both = lower.getValueNode() instanceof MappingNode && upper.getValueNode() instanceof MappingNode;
        return new NodeTuple(
                both ? lower.getKeyNode() : upper.getKeyNode(), merged(lower.getValueNode(), upper.getValueNode()));
    }

    private static String keyOf(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : tuple.toString();
    }

    /** A mapping where {@code place} is. */
    private static MappingNode with(MappingNode place, List<NodeTuple> tuples) {
        return new MappingNode(Tag.MAP, true, tuples, place.getFlowStyle(), place.getStartMark(), place.getEndMark());
    }

    private static NodeTuple tuple(MappingNode place, String key, Node value) {
        return new NodeTuple(
                new ScalarNode(Tag.STR, true, key, ScalarStyle.PLAIN, place.getStartMark(), place.getStartMark()),
                value);
    }
}
