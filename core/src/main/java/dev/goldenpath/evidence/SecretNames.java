package dev.goldenpath.evidence;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names of fields or parameters that hold secrets, in any case and however their words are joined: {@code client_secret},
 * {@code clientSecret}, {@code client-secret}. Immutable.
 */
final class SecretNames {
    private final Set<String> names;
    private final @Nullable String[] table;
    private final int longest;

    private SecretNames(Set<String> bareNames) {
        names = Set.copyOf(bareNames);
        table = new @Nullable String[Integer.highestOneBit(names.size()) << 3];
        int most = 0;
        for (String name : names) {
            int slot = slot(name, 0, name.length());
            while (table[slot] != null) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = name;
            most = Math.max(most, name.length());
        }
        // Room for a joint after each character.
        longest = 2 * most;
    }

    @SafeVarargs
    static SecretNames of(Set<String>... names) {
        return new SecretNames(
                Stream.of(names).flatMap(Set::stream).map(SecretNames::bare).collect(Collectors.toSet()));
    }

    SecretNames with(String name) {
        Set<String> more = new HashSet<>(names);
        more.add(bare(name));
        return new SecretNames(more);
    }

    /** How many characters a name can have at most, as it is written. */
    int longest() {
        return longest;
    }

    boolean contains(String text) {
        return contains(text, 0, text.length());
    }

    boolean contains(String text, int from, int to) {
        int slot = slot(text, from, to);
        for (String name = table[slot]; name != null; name = table[slot]) {
            if (isSame(name, text, from, to)) {
                return true;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return false;
    }

    /** The name by which all ways to write it are one. */
    static String bare(String name) {
        StringBuilder bare = new StringBuilder(name.length());
        name.chars().filter(c -> !isJoint((char) c)).forEach(c -> bare.append(lower((char) c)));
        return bare.toString();
    }

    private static boolean isSame(String bare, String text, int from, int to) {
        int matched = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isJoint(c)) {
                if (matched == bare.length() || bare.charAt(matched) != lower(c)) {
                    return false;
                }
                matched++;
            }
        }
        return matched == bare.length();
    }

    private int slot(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isJoint(c)) {
                hash = 31 * hash + lower(c);
            }
        }
        return (hash ^ (hash >>> 15)) & (table.length - 1);
    }

    private static boolean isJoint(char c) {
        return c == '_' || c == '-';
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c < 0x80 ? c : Character.toLowerCase(c);
    }
}
