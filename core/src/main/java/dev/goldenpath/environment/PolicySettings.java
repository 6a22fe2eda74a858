package dev.goldenpath.environment;

import dev.goldenpath.evidence.Finding.Effect;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code policy} in {@code goldenpath.yaml} says about the code of the tests, and what their calls carry. Immutable.
 *
 * @param roots packages whose classes are the project's own although they come from a jar
 * @param assertions classes whose methods assert, besides those that are known
 * @param effects effects of rules that differ from their own
 * @param off rules that are switched off
 * @param bypass names by which a call tells a service to skip what it would check of others
 * @since 0.1.0
 */
public record PolicySettings(
        List<String> roots,
        List<String> assertions,
        Map<PolicyRule, Effect> effects,
        Set<PolicyRule> off,
        BypassNames bypass) {
    /** What holds where the file says nothing. */
    public static final PolicySettings DEFAULT = new PolicySettings(List.of(), List.of(), Map.of(), Set.of());

    /** Copies all collections. */
    public PolicySettings {
        roots = List.copyOf(roots);
        assertions = List.copyOf(assertions);
        effects = effects.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(effects));
        off = Set.copyOf(off);
    }

    /** With the names of bypasses that hold where the file says nothing. */
    public PolicySettings(
            List<String> roots, List<String> assertions, Map<PolicyRule, Effect> effects, Set<PolicyRule> off) {
        this(roots, assertions, effects, off, BypassNames.DEFAULT);
    }

    /** The effect of a rule; empty where it is switched off. */
    public Optional<Effect> effectOf(PolicyRule rule) {
        return off.contains(rule) ? Optional.empty() : Optional.of(effects.getOrDefault(rule, rule.effect()));
    }
}
