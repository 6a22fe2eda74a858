package dev.goldenpath.policy;

import dev.goldenpath.policy.Name.Meaning;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which seams a class implements, itself or by what it inherits from. */
final class SeamRules {
    private final Function<Name, Optional<ScannedClass>> parents;

    /**
     * Where classes inherit from others.
     *
     * @param parents what is known of a class that others inherit from; libraries' classes need not be
     */
    SeamRules(Function<Name, Optional<ScannedClass>> parents) {
        this.parents = parents;
    }

    /** All of them, in the order they are met; none for an interface, which does nothing by itself. */
    Set<Name> implementedBy(ScannedClass scanned) {
        Set<Name> seams = new LinkedHashSet<>();
        if (!scanned.isInterface()) {
            collect(scanned, seams, new HashSet<>());
        }
        return seams;
    }

    private void collect(ScannedClass scanned, Set<Name> seams, Set<Name> seen) {
        for (Name parent : scanned.parents()) {
            if (parent.meaning == Meaning.SEAM) {
                seams.add(parent);
            } else if (seen.add(parent)) {
                parents.apply(parent).ifPresent(known -> collect(known, seams, seen));
            }
        }
    }
}
