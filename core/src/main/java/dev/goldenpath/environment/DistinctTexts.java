package dev.goldenpath.environment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads lists in which nothing stands twice, in whichever case. */
final class DistinctTexts {
    private DistinctTexts() {}

    /** The entries of the list at {@code key}, or the one that stands there, each as {@code parse} reads it. */
    static List<String> read(Section section, String key, UnaryOperator<String> parse) {
        List<String> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Setting setting : section.texts(key)) {
            section.parsed(setting, parse).ifPresent(text -> {
                if (seen.add(text.toLowerCase(Locale.ROOT))) {
                    texts.add(text);
                } else {
                    section.repeated(setting);
                }
            });
        }
        return texts;
    }
}
