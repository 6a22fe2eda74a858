package dev.goldenpath.cause;

import dev.goldenpath.evidence.Probe;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes down from a service along what it depends on, as far as something was in trouble at one time. Not thread-safe.
 */
final class Descent {
    private final Map<String, ServiceNode> tree;
    private final Timeline timeline;
    private final Window window;
    private final boolean degradedToo;
    private final Map<String, List<List<Step>>> known = new HashMap<>();
    private final Set<String> above = new HashSet<>();

    /** @param degradedToo whether a service that is only degraded, and names no reason, is in trouble */
    Descent(Map<String, ServiceNode> tree, Timeline timeline, Window window, boolean degradedToo) {
        this.tree = tree;
        this.timeline = timeline;
        this.window = window;
        this.degradedToo = degradedToo;
    }

    /** One way to each root, also by what only degrades the service; none where nothing is in trouble. */
    List<List<Step>> from(String service) {
        @Nullable Seen<Probe> trouble = timeline.trouble(service, window).orElse(null);
        @Nullable
        Seen<Probe> weakness =
                trouble == null ? timeline.weakness(service, window).orElse(null) : trouble;
        return ways(service, weakness, degradedToo ? weakness : trouble);
    }

    /** One way to each root that the service can't do without; none where nothing is in trouble. */
    List<List<Step>> below(String service) {
        // Two services that depend on each other: one of them is the root.
        if (above.contains(service)) {
            return List.of();
        }
        List<List<Step>> ways = known.get(service);
        if (ways == null) {
            @Nullable Seen<Probe> trouble = timeline.trouble(service, window).orElse(null);
            ways = ways(service, trouble, trouble);
            known.put(service, ways);
        }
        return ways;
    }

    /**
     * @param told what is known of the service
     * @param own the same where it makes the service a root, should nothing below be one
     */
    private List<List<Step>> ways(String service, @Nullable Seen<Probe> told, @Nullable Seen<Probe> own) {
        above.add(service);
        Step step = new Step(service, told);
        // One way to each root is enough, else there would be as many as a tree has ways.
        Map<String, List<Step>> byRoot = new LinkedHashMap<>();
        for (String next : next(service, told)) {
            below(next).forEach(way -> byRoot.putIfAbsent(Step.last(way).service(), step.then(way)));
        }
        boolean unknown = told != null
                && told.what().unknown()
                && above.contains(String.valueOf(told.what().saidBy()));
        above.remove(service);
        if (!byRoot.isEmpty()) {
            return List.copyOf(byRoot.values());
        }
        return own == null || unknown ? List.of() : List.of(List.of(step));
    }

    private Set<String> next(String service, @Nullable Seen<Probe> told) {
        Set<String> next = new LinkedHashSet<>();
        if (told != null) {
            String saidBy = told.what().saidBy();
            if (told.what().unknown() && saidBy != null) {
                next.add(saidBy);
            }
            next.addAll(told.what().because());
        }
        ServiceNode node = tree.get(service);
        if (node != null) {
            next.addAll(node.required());
        }
        return next;
    }
}
