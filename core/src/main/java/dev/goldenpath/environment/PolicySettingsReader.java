package dev.goldenpath.environment;

import dev.goldenpath.evidence.Finding.Effect;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what the file says about the code of the tests. */
final class PolicySettingsReader {
    private static final List<String> RULES =
            Arrays.stream(PolicyRule.values()).map(PolicyRule::word).sorted().toList();

    private final Map<PolicyRule, Effect> effects = new EnumMap<>(PolicyRule.class);
    private final Set<PolicyRule> off = EnumSet.noneOf(PolicyRule.class);

    PolicySettings read(Section section, Reading reading) {
        List<String> roots = DistinctTexts.read(section, "roots", Values::javaName);
        List<String> assertions = DistinctTexts.read(section, "assertions", Values::javaName);
        Section rules = section.section("rules");
        for (String word : rules.names()) {
            rule(word)
                    .ifPresentOrElse(
                            rule -> rules.parsed(word, PolicySettingsReader::effect)
                                    .ifPresent(effect -> set(rule, effect)),
                            () -> reading.problem(
                                    rules.originOf(word),
                                    rules.pathOf(word) + ": unknown key" + Closest.hint(word, RULES),
                                    "Known here: " + String.join(", ", RULES) + "."));
        }
        section.finish();
        return new PolicySettings(roots, assertions, effects, off);
    }

    private void set(PolicyRule rule, Optional<Effect> effect) {
        effect.ifPresentOrElse(given -> effects.put(rule, given), () -> off.add(rule));
    }

    private static Optional<PolicyRule> rule(String word) {
        return Arrays.stream(PolicyRule.values())
                .filter(rule -> rule.word().equals(word))
                .findFirst();
    }

    /** Empty for {@code off}. */
    private static Optional<Effect> effect(String text) {
        return switch (text) {
            case "fake" -> Optional.of(Effect.FAKE);
            case "unrunnable" -> Optional.of(Effect.UNRUNNABLE);
            case "smell" -> Optional.of(Effect.SMELL);
            case "off" -> Optional.empty();
            default -> throw new IllegalArgumentException("is none of fake, unrunnable, smell, off");
        };
    }
}
