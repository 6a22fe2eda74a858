package dev.goldenpath.environment;

import dev.goldenpath.evidence.Finding.Effect;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads what the file says about the code of the tests, and what their calls carry. */
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
                                    UnknownKey.problem(rules.originOf(word), rules.pathOf(word), word, RULES)));
        }
        BypassNames bypass = bypass(section.section("bypass"));
        section.finish();
        return new PolicySettings(roots, assertions, effects, off, bypass);
    }

    private static BypassNames bypass(Section section) {
        BypassNames names = new BypassNames(
                names(section, "headers", Values::headerNameOrBeginning, BypassNames.DEFAULT.headers()),
                names(section, "parameters", Values::parameterNameOrBeginning, BypassNames.DEFAULT.parameters()));
        section.finish();
        return names;
    }

    /** An empty list is one that is said. */
    private static List<String> names(
            Section section, String key, UnaryOperator<String> parse, List<String> otherwise) {
        List<String> names = DistinctTexts.read(section, key, parse);
        return names.isEmpty() && !section.has(key) ? otherwise : names;
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
