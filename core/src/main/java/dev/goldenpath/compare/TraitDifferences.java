package dev.goldenpath.compare;

import dev.goldenpath.compare.Divergence.Difference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What differs between a moment of one run and its like in another, the most telling first. */
final class TraitDifferences {
    /** What is not there in one of the two says nothing. */
    private static final Set<Aspect> IN_BOTH =
            EnumSet.of(Aspect.VALUE, Aspect.REFERENCE, Aspect.REVISION, Aspect.PEER, Aspect.CERTIFICATE);

    private static final int FAR = 10;
    private static final Duration LONG = Duration.ofSeconds(1);
    private static final String LIST_ITEM = "/[]";

    private final Map<String, Trait> before;
    private final Map<String, Trait> after;
    private final List<Ranked> found = new ArrayList<>();

    /** A difference and of which aspect it is. */
    record Ranked(Aspect aspect, Difference difference) {}

    private TraitDifferences(Moment before, Moment after) {
        this.before = byName(before.traits());
        this.after = byName(after.traits());
    }

    static List<Ranked> between(Moment before, Moment after) {
        TraitDifferences differences = new TraitDifferences(before, after);
        differences.compare();
        differences.compareTimes(before.times(), after.times());
        differences.found.sort(Comparator.comparing(each -> each.aspect().rank()));
        return differences.found;
    }

    private static Map<String, Trait> byName(List<Trait> traits) {
        Map<String, Trait> byName = new LinkedHashMap<>();
        traits.forEach(trait -> byName.put(trait.aspect() == Aspect.VALUE ? "=" + trait.name() : trait.name(), trait));
        return byName;
    }

    private void compare() {
        before.forEach((key, trait) -> {
            Trait other = after.get(key);
            if (other == null) {
                onlyIn(trait, after, new Difference(trait.name(), trait.told(), null));
            } else if (!other.value().equals(trait.value())) {
                found.add(new Ranked(other.aspect(), new Difference(trait.name(), trait.told(), other.told())));
            }
        });
        after.forEach((key, trait) -> {
            if (!before.containsKey(key)) {
                onlyIn(trait, before, new Difference(trait.name(), null, trait.told()));
            }
        });
    }

    private void onlyIn(Trait trait, Map<String, Trait> other, Difference difference) {
        boolean isOfShape = trait.aspect() == Aspect.SHAPE;
        if (!IN_BOTH.contains(trait.aspect()) && !(isOfShape && isToldAbove(trait.name(), other))) {
            found.add(new Ranked(trait.aspect(), difference));
        }
    }

    /** Whether what it is in is not there either, or is a list without items. */
    private static boolean isToldAbove(String name, Map<String, Trait> other) {
        if (name.indexOf('/') < 0) {
            return false;
        }
        int last = name.lastIndexOf('/');
        String above = name.substring(0, Math.max(last, 0)).strip();
        String parent = above.equals("JSON") ? "JSON as a whole" : above;
        return !other.containsKey(parent) || name.endsWith(LIST_ITEM);
    }

    private void compareTimes(Map<String, Duration> first, Map<String, Duration> second) {
        Ranked worst = null;
        Duration most = LONG;
        for (Map.Entry<String, Duration> each : second.entrySet()) {
            Duration earlier = first.getOrDefault(each.getKey(), Duration.ZERO);
            Duration more = each.getValue().minus(earlier);
            // The part is told before the whole that is as much longer.
            boolean isFar = each.getValue().compareTo(earlier.multipliedBy(FAR)) > 0;
            if (isFar
                    && more.compareTo(most.multipliedBy(worst == null ? 10 : 11).dividedBy(10)) > 0) {
                most = more;
                worst = new Ranked(
                        Aspect.TIME, new Difference(each.getKey(), millis(earlier), millis(each.getValue())));
            }
        }
        if (worst != null) {
            found.add(worst);
        }
    }

    private static String millis(Duration took) {
        return String.format(Locale.ROOT, "%,.1f ms", took.toNanos() / 1e6);
    }
}
