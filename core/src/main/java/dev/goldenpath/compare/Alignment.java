package dev.goldenpath.compare;

import dev.goldenpath.compare.Moment.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which moment of one course is which of another. Each time a test does the same is paired with the same time in the
 * other run, so that neither the order of parallel calls nor one call more or less moves all others.
 */
final class Alignment {
    private static final int NONE = -1;

    final List<Moment> before;
    final List<Moment> after;
    private final int[] partnerOfBefore;
    private final int[] partnerOfAfter;
    private final Map<String, Integer> splits = new LinkedHashMap<>();

    Alignment(List<Moment> before, List<Moment> after) {
        this.before = List.copyOf(before);
        this.after = List.copyOf(after);
        this.partnerOfBefore = new int[before.size()];
        this.partnerOfAfter = new int[after.size()];
        Arrays.fill(partnerOfBefore, NONE);
        Arrays.fill(partnerOfAfter, NONE);
        pair(Moment::key, moment -> moment.kind() != Kind.MESSAGE, Integer.MAX_VALUE);
        // One that is left may have gone elsewhere.
        pair(
                moment -> moment.service() + " " + moment.words().replaceFirst(" .*", ""),
                moment -> moment.kind() == Kind.CALL,
                1);
        messages();
    }

    /** Pairs those that are left, the first with the first and so on, where not more than {@code most} are left. */
    private void pair(Function<Moment, String> name, Predicate<Moment> wanted, int most) {
        Map<String, List<Integer>> first = left(before, partnerOfBefore, name, wanted);
        Map<String, List<Integer>> second = left(after, partnerOfAfter, name, wanted);
        first.forEach((key, indices) -> {
            List<Integer> others = second.getOrDefault(key, List.of());
            if (indices.size() <= most && others.size() <= most) {
                for (int i = 0; i < Math.min(indices.size(), others.size()); i++) {
                    join(indices.get(i), others.get(i));
                }
            }
        });
    }

    private static Map<String, List<Integer>> left(
            List<Moment> course, int[] partners, Function<Moment, String> name, Predicate<Moment> wanted) {
        Map<String, List<Integer>> left = new LinkedHashMap<>();
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] == NONE && wanted.test(course.get(i))) {
                left.computeIfAbsent(name.apply(course.get(i)), key -> new ArrayList<>())
                        .add(i);
            }
        }
        return left;
    }

    private void join(int first, int second) {
        partnerOfBefore[first] = second;
        partnerOfAfter[second] = first;
    }

    /** Of each session as far as the same came in the same order. */
    private void messages() {
        Map<String, List<Integer>> first = sessions(before);
        Map<String, List<Integer>> second = sessions(after);
        Set<String> all = new LinkedHashSet<>(first.keySet());
        all.addAll(second.keySet());
        for (String session : all) {
            List<Integer> ofFirst = first.getOrDefault(session, List.of());
            List<Integer> ofSecond = second.getOrDefault(session, List.of());
            int same = 0;
            while (same < Math.min(ofFirst.size(), ofSecond.size())
                    && before.get(ofFirst.get(same))
                            .key()
                            .equals(after.get(ofSecond.get(same)).key())) {
                join(ofFirst.get(same), ofSecond.get(same));
                same++;
            }
            if (same < Math.max(ofFirst.size(), ofSecond.size())) {
                splits.put(session, same);
            }
        }
    }

    private static Map<String, List<Integer>> sessions(List<Moment> course) {
        Map<String, List<Integer>> sessions = new HashMap<>();
        for (int i = 0; i < course.size(); i++) {
            if (course.get(i).kind() == Kind.MESSAGE) {
                sessions.computeIfAbsent(sessionOf(course.get(i)), key -> new ArrayList<>())
                        .add(i);
            }
        }
        return sessions;
    }

    private static String sessionOf(Moment message) {
        return message.key().substring(0, message.key().lastIndexOf(": "));
    }

    /** Of each session whose messages part, the two where they do; -1 where one has no more. */
    List<int[]> splits() {
        Map<String, List<Integer>> first = sessions(before);
        Map<String, List<Integer>> second = sessions(after);
        List<int[]> all = new ArrayList<>();
        splits.forEach((session, same) -> all.add(new int[] {
            at(first.getOrDefault(session, List.of()), same), at(second.getOrDefault(session, List.of()), same)
        }));
        return all;
    }

    private static int at(List<Integer> indices, int number) {
        return number < indices.size() ? indices.get(number) : NONE;
    }

    /** Its partner in the second course; -1 where it has none. */
    int partnerOfBefore(int index) {
        return partnerOfBefore[index];
    }

    boolean hasPartner(int indexInAfter) {
        return partnerOfAfter[indexInAfter] != NONE;
    }

    /** Where something of the second course is in the first: right behind what came before it. */
    double positionOfAfter(int index) {
        return IntStream.range(0, index).map(i -> partnerOfAfter[i]).max().orElse(NONE) + 0.5;
    }

    /** The last of the first course that the test did in both; -1 where it did nothing in both. */
    int lastInBoth() {
        return IntStream.range(0, partnerOfBefore.length)
                .filter(i -> partnerOfBefore[i] != NONE && before.get(i).isOfTest())
                .max()
                .orElse(NONE);
    }
}
