package dev.goldenpath.compare;

import dev.goldenpath.compare.Divergence.Difference;
import dev.goldenpath.compare.Divergence.Place;
import dev.goldenpath.compare.Moment.Kind;
import dev.goldenpath.compare.TraitDifferences.Ranked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the first moment in which two courses of a test part, of those that tell most. */
final class FirstDivergence {
    private static final int MOST = 4;
    /** Asking once more is how tests wait. */
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD");

    private final Alignment alignment;
    private final List<Candidate> candidates = new ArrayList<>();

    private record Candidate(
            double position,
            @Nullable Moment before,
            @Nullable Moment after,
            List<Ranked> differences) {
        Aspect.Rank rank() {
            return differences.get(0).aspect().rank();
        }
    }

    private FirstDivergence(Alignment alignment) {
        this.alignment = alignment;
    }

    /**
     * What was found.
     *
     * @param rank how telling it is
     */
    record Found(Aspect.Rank rank, Divergence divergence) {}

    /** Empty where nothing differs. */
    static Optional<Found> between(List<Moment> before, List<Moment> after) {
        FirstDivergence search = new FirstDivergence(new Alignment(before, after));
        search.pairs();
        search.missing();
        search.added();
        search.events();
        return search.candidates.stream()
                .min(Comparator.comparing(Candidate::rank).thenComparingDouble(Candidate::position))
                .map(first -> new Found(first.rank(), search.told(first)));
    }

    private void pairs() {
        for (int i = 0; i < alignment.before.size(); i++) {
            int partner = alignment.partnerOfBefore(i);
            if (partner >= 0) {
                Moment before = alignment.before.get(i);
                Moment after = alignment.after.get(partner);
                List<Ranked> differences = new ArrayList<>(TraitDifferences.between(before, after));
                if (before.kind() == Kind.CALL && !before.key().equals(after.key())) {
                    differences.add(0, new Ranked(Aspect.CALL, new Difference("call", before.words(), after.words())));
                }
                // A session may end earlier than it did.
                boolean isEnd = before.kind() == Kind.CLOSE;
                add(isEnd ? Math.min(i, alignment.positionOfAfter(partner)) : i, before, after, differences);
            }
        }
    }

    private void missing() {
        int last = alignment.lastInBoth();
        for (int i = 0; i < alignment.before.size(); i++) {
            Moment moment = alignment.before.get(i);
            if (alignment.partnerOfBefore(i) < 0 && moment.isOfTest()) {
                boolean isMinor = i > last || isRepeated(moment, alignment.after);
                Difference difference =
                        new Difference("call", "made", i > last ? "not made: the test had ended" : null);
                add(i, moment, null, List.of(new Ranked(isMinor ? Aspect.COUNT : Aspect.CALL, difference)));
            }
        }
    }

    private void added() {
        for (int i = 0; i < alignment.after.size(); i++) {
            Moment moment = alignment.after.get(i);
            if (!alignment.hasPartner(i) && moment.isOfTest()) {
                boolean isMinor = isRepeated(moment, alignment.before);
                add(
                        alignment.positionOfAfter(i),
                        null,
                        moment,
                        List.of(new Ranked(
                                isMinor ? Aspect.COUNT : Aspect.CALL, new Difference("call", null, "made"))));
            }
        }
    }

    private static boolean isRepeated(Moment moment, List<Moment> other) {
        return REPEATABLE.contains(moment.words().replaceFirst(" .*", ""))
                && other.stream().anyMatch(each -> each.key().equals(moment.key()));
    }

    private void events() {
        int last = alignment.lastInBoth();
        boolean hasEnded = false;
        int ended = Integer.MAX_VALUE;
        for (int i = last + 1; i < alignment.before.size() && !hasEnded; i++) {
            hasEnded = alignment.before.get(i).isOfTest();
            ended = hasEnded ? i : ended;
        }
        for (int[] split : alignment.splits()) {
            Moment before = split[0] < 0 ? null : alignment.before.get(split[0]);
            Moment after = split[1] < 0 ? null : alignment.after.get(split[1]);
            boolean isConsequence = after == null && split[0] > ended;
            Difference difference = new Difference("event", eventOf(before), eventOf(after));
            add(
                    before == null ? alignment.positionOfAfter(split[1]) : split[0],
                    before,
                    after,
                    List.of(new Ranked(isConsequence ? Aspect.COUNT : Aspect.EVENTS, difference)));
        }
    }

    private static @Nullable String eventOf(@Nullable Moment message) {
        return message == null ? null : message.key().substring(message.key().lastIndexOf(": ") + 2);
    }

    private void add(double position, @Nullable Moment before, @Nullable Moment after, List<Ranked> differences) {
        if (!differences.isEmpty()) {
            candidates.add(new Candidate(position, before, after, differences));
        }
    }

    private Divergence told(Candidate first) {
        Moment before = first.before;
        Moment after = first.after;
        boolean inBefore = before != null;
        Moment moment = before != null ? before : Objects.requireNonNull(after);
        List<Moment> calls = (inBefore ? alignment.before : alignment.after)
                .stream().filter(Moment::isOfTest).toList();
        int number = calls.indexOf(moment);
        // What is told of lower ranks beside a telling difference is its consequence, or noise.
        List<Difference> differences = first.differences.stream()
                .filter(each -> isTold(each.aspect().rank(), first.rank()))
                .map(Ranked::difference)
                .limit(MOST)
                .toList();
        return new Divergence(
                moment.service(),
                moment.words(),
                number < 0 ? null : number + 1,
                calls.size(),
                differences,
                placeOf(before),
                placeOf(after));
    }

    private static boolean isTold(Aspect.Rank rank, Aspect.Rank first) {
        return rank == first || rank.compareTo(Aspect.VALUE.rank()) <= 0;
    }

    private static @Nullable Place placeOf(@Nullable Moment moment) {
        return moment == null ? null : new Place(moment.log(), moment.line());
    }
}
