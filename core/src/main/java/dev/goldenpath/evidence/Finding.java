package dev.goldenpath.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a policy found, in the code of the tests or in what they did.
 *
 * @param rule the rule's name, for example {@code mock-library}
 * @param effect what follows from it
 * @param words what was found, as one sentence
 * @param className binary name of the class it was found in, absent where it was not found in code
 * @param source {@code file:line} of it, or the file alone where the class file holds no lines; absent as {@code className}
 * @param path how the test leads there: binary class names from the test class on, or empty
 * @param remedy what to do about it
 * @since 0.1.0
 */
public record Finding(
        String rule,
        Effect effect,
        String words,
        @Nullable String className,
        @Nullable String source,
        List<String> path,
        String remedy)
        implements Evidence {

    /** What {@link #kind()} says. */
    public static final String KIND = "finding";

    /** What follows from a finding. */
    public enum Effect {
        /** A pass of the tests that lead there is SUSPECT. */
        FAKE,
        /** The run breaks the gate: something that should be tested is not. */
        UNRUNNABLE,
        /** It lowers the audit's score. */
        SMELL,
        /** It would be a fake, and its author has allowed it for now. */
        ALLOWED,
        /** It is listed, and changes nothing. */
        WARNING
    }

    /** Copies the path. */
    public Finding {
        path = List.copyOf(path);
    }

    /** A finding in what a test did. */
    public static Finding inTraffic(String rule, Effect effect, String words, String remedy) {
        return new Finding(rule, effect, words, null, null, List.of(), remedy);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
