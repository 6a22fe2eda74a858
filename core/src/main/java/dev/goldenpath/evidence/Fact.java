package dev.goldenpath.evidence;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One observed thing behind a verdict or a failure: a key and a value, both for people.
 *
 * @param key what was looked at
 * @param value what was seen
 * @since 0.1.0
 */
public record Fact(String key, String value) {

    /** A fact whose value is the string form of {@code value}. */
    public static Fact of(String key, Object value) {
        return new Fact(key, value.toString());
    }

    /** The facts as lines {@code "  key: value"}, keys padded to one width, further lines of a value indented. */
    public static String lines(Collection<Fact> facts) {
        int width = facts.stream().mapToInt(fact -> fact.key.length()).max().orElse(0);
        String indent = "\n" + " ".repeat(width + 4);
        return facts.stream()
                .map(fact -> "  " + fact.key + ":" + " ".repeat(width - fact.key.length() + 1)
                        + String.join(indent, fact.value.lines().toList()))
                .collect(Collectors.joining("\n"));
    }

    /** {@code headline}, and below it the facts as lines. */
    public static String message(String headline, List<Fact> facts) {
        return facts.isEmpty() ? headline : headline + "\n" + lines(facts);
    }
}
