package dev.goldenpath.cli;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.ReadValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One configured value as it is shown.
 *
 * @param section the keys that lead to it, without {@code environments.<name>}; empty for the environment's own
 * @param name the rest of its key
 * @param text a secret's is the mask
 * @param origin where it came from, and what stands there where that has variables
 */
record ShownValue(String section, String name, String text, String origin) {
    /** Where the section is a thing with a name of its own. */
    private static final Pattern NAMED = Pattern.compile("((?:services|users|pools)\\.[^.]+|[^.]+)\\.(.+)");

    /** All that were read, in the order of the file. */
    static List<ShownValue> of(Environment environment) {
        String beginning = "environments." + environment.name() + ".";
        return environment.values().stream().map(value -> of(value, beginning)).toList();
    }

    private static ShownValue of(ReadValue value, String beginning) {
        String key = value.key().startsWith(beginning) ? value.key().substring(beginning.length()) : value.key();
        String origin = value.origin() + (value.written() == null ? "" : ", as " + value.written());
        Matcher named = NAMED.matcher(key);
        return named.matches()
                ? new ShownValue(named.group(1), named.group(2), value.shown(), origin)
                : new ShownValue("", key, value.shown(), origin);
    }
}
