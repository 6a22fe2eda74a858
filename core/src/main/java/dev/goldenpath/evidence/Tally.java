package dev.goldenpath.evidence;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Exact counts of all that one recording has taken, whatever of it is kept. Not thread-safe. */
final class Tally {
    private static final int[] NONE = {0};

    private final Map<Phase, int[]> answers = new EnumMap<>(Phase.class);
    private final Map<String, int[]> kinds = new HashMap<>();
    private final Map<String, MessageSum> messages = new HashMap<>();
    private final Set<Answer> answerers = new LinkedHashSet<>();

    void add(Observed observed, Phase phase) {
        kinds.computeIfAbsent(observed.kind(), first -> new int[1])[0]++;
        if (observed.answer().isPresent()) {
            answers.computeIfAbsent(phase, first -> new int[1])[0]++;
        }
        if (phase == Phase.TEST) {
            observed.answer().ifPresent(answerers::add);
            observed.addTo(messages);
        }
    }

    /** The same supports a pass although it was not in the test itself. */
    void support(Answer answer) {
        answerers.add(answer);
    }

    int count(String kind) {
        return kinds.getOrDefault(kind, NONE)[0];
    }

    int answers(Phase phase) {
        return answers.getOrDefault(phase, NONE)[0];
    }

    Set<Answer> answerers() {
        return new LinkedHashSet<>(answerers);
    }

    Map<String, MessageBytes> messages() {
        return messages.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, sum -> sum.getValue().bytes()));
    }
}
