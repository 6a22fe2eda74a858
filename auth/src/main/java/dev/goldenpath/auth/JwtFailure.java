package dev.goldenpath.auth;

import dev.goldenpath.evidence.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages of failed assertions: what was expected, and what the token says; redacted, and never the token. */
final class JwtFailure {
    private JwtFailure() {}

    /** Something else was seen. */
    static String but(Jwt jwt, String expectation, String seen) {
        return message(jwt, "Expected the token " + expectation + ", but " + seen + ".", List.of());
    }

    /** A sentence says what is wrong. */
    static String message(Jwt jwt, String expectation, String problem) {
        return message(jwt, "Expected the token " + expectation + ". " + problem, List.of());
    }

    /** All that is wrong. */
    static String unsound(Jwt jwt, List<String> wrong) {
        return message(
                jwt,
                "The token is not sound: " + wrong.size() + (wrong.size() == 1 ? " thing is" : " things are")
                        + " wrong.",
                wrong.stream().map(problem -> Fact.of("wrong", problem)).toList());
    }

    private static String message(Jwt jwt, String headline, List<Fact> first) {
        List<Fact> facts = new ArrayList<>(first);
        facts.add(Fact.of(
                "header",
                "alg " + jwt.algorithm()
                        + jwt.keyId().map(kid -> ", kid " + kid).orElse("")
                        + jwt.header("typ").map(type -> ", typ " + type).orElse("")));
        add(facts, "subject", jwt.subject());
        add(facts, "issuer", jwt.issuer());
        add(facts, "audience", Optional.of(String.join(", ", jwt.audience())).filter(text -> !text.isEmpty()));
        add(facts, "issued", jwt.issuedAt());
        add(facts, "valid from", jwt.notBefore());
        add(facts, "expires", jwt.expiresAt());
        return jwt.service().redacted(Fact.message(headline, facts));
    }

    private static void add(List<Fact> facts, String key, Optional<?> value) {
        value.ifPresent(there -> facts.add(Fact.of(key, there)));
    }
}
