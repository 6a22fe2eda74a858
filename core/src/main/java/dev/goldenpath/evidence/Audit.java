package dev.goldenpath.evidence;

import java.util.List;

/**
 * Which classes of the tests' own code the source audit has looked at; one with the classes written in it counts once.
 *
 * @param clean binary names of the classes in which nothing was found
 * @param flawed binary names of the others
 * @since 0.1.0
 */
public record Audit(List<String> clean, List<String> flawed) implements Evidence {
    /** What {@link #kind()} says. */
    public static final String KIND = "audit";

    /** Copies the names. */
    public Audit {
        clean = List.copyOf(clean);
        flawed = List.copyOf(flawed);
    }

    /** The score in words, for example {@code 41 of 44 classes are clean}. */
    public String score() {
        int all = clean.size() + flawed.size();
        return clean.size() + " of " + all + (all == 1 ? " class is clean" : " classes are clean");
    }

    @Override
    public String kind() {
        return KIND;
    }
}
