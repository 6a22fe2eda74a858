package dev.goldenpath.policy;

import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An {@link AllowFake} as its author wrote it.
 *
 * @param annotation what is written
 * @param place the class it stands on
 */
record Allowance(AllowFake annotation, Class<?> place) {
    static final String RULE = "allow-fake";

    /** What is wrong with how it is written; empty where it can be followed. */
    List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        if (annotation.what().isBlank()) {
            mistakes.add("'what' is blank");
        }
        if (annotation.reason().isBlank()) {
            mistakes.add("'reason' is blank");
        }
        if (until() == null) {
            mistakes.add("'until' is no date: '" + annotation.until() + "'");
        }
        return mistakes;
    }

    /** The last day it holds. */
    @Nullable
    LocalDate until() {
        try {
            return LocalDate.parse(annotation.until().strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Whether it speaks of a class, by its binary name. */
    boolean names(String className) {
        String what = annotation.what().strip();
        return className.equals(what) || className.startsWith(what + ".") || className.startsWith(what + "$");
    }

    /** That it is written wrongly. */
    Finding misuse(List<String> mistakes, Class<?> test) {
        return finding(
                Effect.FAKE,
                " can't be followed: " + String.join(", ", mistakes),
                test,
                "Give it a class or package, a reason, and a date like 2026-12-31.");
    }

    /** That nothing would be different without it. */
    Finding vain(Class<?> test) {
        return finding(
                Effect.WARNING, " allows nothing in " + brief(test), test, "Delete it, or correct what it names.");
    }

    private Finding finding(Effect effect, String words, Class<?> test, String remedy) {
        List<String> path = test.equals(place) ? List.of(test.getName()) : List.of(test.getName(), place.getName());
        return new Finding(
                RULE,
                effect,
                "@AllowFake(\"" + annotation.what() + "\") on " + brief(place) + words,
                place.getName(),
                null,
                path,
                remedy);
    }

    private static String brief(Class<?> type) {
        return type.getName()
                .substring(
                        type.getPackageName().isEmpty()
                                ? 0
                                : type.getPackageName().length() + 1);
    }
}
