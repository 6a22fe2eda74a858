package dev.goldenpath.users;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts the answers that a test had meanwhile as somebody who is none of its users. Thread-safe. */
final class Bystanders {
    private static final String NOBODY = "nobody";

    private final Map<String, Integer> answers = new TreeMap<>();

    synchronized void add(@Nullable String user) {
        answers.merge(user == null ? NOBODY : "'" + user + "'", 1, Integer::sum);
    }

    /** As {@code 40 answers as nobody}; empty where there were none. */
    synchronized String words() {
        return answers.entrySet().stream()
                .map(of -> of.getValue() + (of.getValue() == 1 ? " answer as " : " answers as ") + of.getKey())
                .collect(Collectors.joining(", "));
    }
}
