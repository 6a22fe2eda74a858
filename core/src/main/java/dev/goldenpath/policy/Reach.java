package dev.goldenpath.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The own classes that one test class leads to, the nearest first, and how. */
final class Reach {
    /** Each with the one that led to it first, which is on a shortest path. */
    private final Map<Name, @Nullable Name> origins = new LinkedHashMap<>();

    private final List<Name> order = new ArrayList<>();

    /**
     * Follows everything.
     *
     * @param test where all paths begin
     * @param implied what belongs to each of its tests although it does not name it
     */
    Reach(Name test, Collection<Name> implied, Reading reading) {
        add(test, null);
        for (int i = 0; i < order.size(); i++) {
            Name name = order.get(i);
            for (Name used : reading.read(name).uses()) {
                add(used, name);
            }
            if (i == 0) {
                implied.forEach(other -> add(other, test));
            }
        }
    }

    /** Reads the class files of own classes. */
    interface Reading {
        ScannedClass read(Name own);
    }

    private void add(Name name, @Nullable Name origin) {
        if (!origins.containsKey(name)) {
            origins.put(name, origin);
            order.add(name);
        }
    }

    /** All of them, the test class first. */
    List<Name> classes() {
        return Collections.unmodifiableList(order);
    }

    /** How the test class leads there, both ends included. */
    List<Name> pathTo(Name name) {
        List<Name> path = new ArrayList<>();
        for (Name at = name; at != null; at = origins.get(at)) {
            path.add(at);
        }
        Collections.reverse(path);
        return path;
    }
}
