package dev.goldenpath.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Methods by owner and name. */
final class Callees {
    private static final String ANY = "*";

    private final Map<String, Set<String>> names = new HashMap<>();

    private Callees() {}

    /**
     * A table.
     *
     * @param rows internal name of the owner and the names of its methods, separated by spaces; {@code *} is any
     */
    static Callees of(String... rows) {
        Callees callees = new Callees();
        for (String row : rows) {
            String[] words = row.split(" ", -1);
            callees.names.put(words[0], Set.of(Arrays.copyOfRange(words, 1, words.length)));
        }
        return callees;
    }

    boolean contain(MethodId method) {
        Set<String> of = names.get(method.owner());
        return of != null && (of.contains(method.name()) || of.contains(ANY));
    }
}
