package dev.goldenpath.environment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a service says of the tokens it issues. */
final class TokenSettingsReader {
    private static final List<String> ALGORITHMS = List.of(
            "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
            "EdDSA");

    private TokenSettingsReader() {}

    /** What stands below {@code tokens}; {@code null} where nothing does. */
    static @Nullable TokenSettings read(Section service) {
        Section section = service.section("tokens");
        if (!service.has("tokens")) {
            return null;
        }
        TokenSettings tokens = new TokenSettings(
                section.parsed("discovery", Values::requestPath).orElse(null),
                section.parsed("keys", Values::requestPath).orElse(null),
                section.text("issuer").map(Setting::value).orElse(null),
                section.texts("audience").stream().map(Setting::value).toList(),
                DistinctTexts.read(section, "algorithms", TokenSettingsReader::algorithm),
                signing(section),
                section.origin());
        section.finish();
        return tokens;
    }

    private static @Nullable SigningSettings signing(Section tokens) {
        Section section = tokens.section("signing");
        if (!tokens.has("signing")) {
            return null;
        }
        // Empty only together with a reported problem.
        Optional<Setting> key = section.requiredText("key");
        SigningSettings signing = new SigningSettings(
                key.map(section::secret).orElse(new Secret("", section.origin())),
                section.parsed("algorithm", TokenSettingsReader::algorithm).orElse(null),
                section.text("key-id").map(Setting::value).orElse(null));
        section.finish();
        return signing;
    }

    private static String algorithm(String text) {
        if (!ALGORITHMS.contains(text)) {
            throw new IllegalArgumentException("is no algorithm of signatures: " + String.join(", ", ALGORITHMS));
        }
        return text;
    }
}
