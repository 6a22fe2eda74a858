package dev.goldenpath.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The own classes that are declared as extensions of our seams, and those that they lead to. */
final class Extensions {
    private final List<Name> declared = new ArrayList<>();
    private final Set<Name> all = new LinkedHashSet<>();

    /**
     * Follows the declared ones.
     *
     * @param services binary names of all declared ones, also those of libraries
     */
    Extensions(Collection<String> services, Names names, Reach.Reading reading) {
        for (String service : services) {
            Name name = names.of(service);
            if (name.own != null) {
                declared.add(name);
                all.addAll(new Reach(name, List.of(), reading).classes());
            }
        }
    }

    /** Those that every test has, as they stand in {@code META-INF/services}. */
    List<Name> declared() {
        return declared;
    }

    /** Whether it is one, or is made by one. */
    boolean contains(Name name) {
        return all.contains(name);
    }

    /** Which of both it is. */
    String words(Name name) {
        return declared.contains(name)
                ? "declared as an extension in META-INF/services"
                : "part of an extension declared in META-INF/services";
    }
}
