package dev.goldenpath.environment;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The words for how calls become a user's.
 *
 * @since 0.1.0
 */
public final class Grants {
    private Grants() {}

    /**
     * What to throw where no provider knows the grant of a user.
     *
     * @param known whether a provider knows a word that comes with the library
     * @param further what else providers know
     */
    public static ConfigurationException unknown(
            UserAccount user, Predicate<String> known, Collection<String> further) {
        String grant = user.grant();
        List<String> ofLibrary = GrantShape.words();
        TreeSet<String> there = new TreeSet<>(further);
        ofLibrary.stream().filter(known).forEach(there::add);
        TreeSet<String> meant = new TreeSet<>(there);
        meant.addAll(ofLibrary);
        String remedy = ofLibrary.contains(grant)
                ? "It comes with dev.goldenpath:goldenpath-auth."
                : "Correct it, or add the library whose provider knows it.";
        return new ConfigurationException(
                "Nothing on the class path knows the grant '" + grant + "' of user '" + user.name() + "' ("
                        + user.origin() + ")" + hint(grant, meant) + (there.isEmpty() ? "" : known(there)) + remedy,
                List.of());
    }

    private static String known(Collection<String> there) {
        return "Known: " + String.join(", ", there) + ". ";
    }

    private static String hint(String grant, Collection<String> meant) {
        String hint = meant.contains(grant) ? "" : Closest.hint(grant, meant);
        return hint.isEmpty() ? ". " : hint + " ";
    }
}
