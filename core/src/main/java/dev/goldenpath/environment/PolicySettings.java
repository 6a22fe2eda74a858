package dev.goldenpath.environment;

import dev.goldenpath.evidence.Finding.Effect;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code policy} in {@code goldenpath.yaml} says about the code of the tests. Immutable.
 *
 * @param roots packages whose classes are the project's own although they come from a jar
 * @param assertions classes whose methods assert, besides those that are known
 * @param effects effects of rules that differ from their own
 * @param off rules that are switched off
 * @since 0.1.0
 */
public record PolicySettings(
        List<String> roots, List<String> assertions, Map<PolicyRule, Effect> effects, Set<PolicyRule> off) {
    /** What holds where the file says nothing. */
    public static final PolicySettings DEFAULT = new PolicySettings(List.of(), List.of(), Map.of(), Set.of());

    /** Copies all collections. */
    public PolicySettings {
        roots = List.copyOf(roots);
        assertions = List.copyOf(assertions);
        effects = effects.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(effects));
        off = Set.copyOf(off);
    }

    /** The effect of a rule; empty where it is switched off. */
    public Optional<Effect> effectOf(PolicyRule rule) {
        return off.contains(rule) ? Optional.empty() : Optional.of(effects.getOrDefault(rule, rule.effect()));
    }
}
