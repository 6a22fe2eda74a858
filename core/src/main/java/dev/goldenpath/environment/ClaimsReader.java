package dev.goldenpath.environment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the claims of tokens: texts, whole numbers, booleans and lists of texts. */
final class ClaimsReader {
    private ClaimsReader() {}

    static Map<String, Object> read(Section section, Reading reading) {
        Map<String, Object> claims = new LinkedHashMap<>();
        for (String name : section.names()) {
            Node node = section.node(name).orElse(null);
            if (node instanceof MappingNode) {
                reading.problem(
                        section.originOf(name),
                        section.pathOf(name) + " holds keys",
                        "A claim is a text, a whole number, true, false, or a list of texts.");
            } else if (node instanceof SequenceNode) {
                claims.put(
                        name, section.texts(name).stream().map(Setting::value).toList());
            } else {
                Optional<Setting> text = section.text(name);
                Tag tag = node == null ? Tag.STR : node.getTag();
                text.flatMap(setting -> section.parsed(setting, value -> claim(tag, value)))
                        .ifPresent(claim -> claims.put(name, claim));
            }
        }
        return claims;
    }

    private static Object claim(Tag tag, String value) {
        if (tag.equals(Tag.BOOL)) {
            return Values.bool(value);
        }
        try {
            return tag.equals(Tag.INT) ? (Object) Long.valueOf(value) : value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is no whole number of at most 19 digits", e);
        }
    }
}
