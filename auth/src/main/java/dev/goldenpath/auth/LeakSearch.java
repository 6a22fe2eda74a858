package dev.goldenpath.auth;

import dev.goldenpath.client.ReplayAnswer;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Redaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks in a refusal for what it should not tell. Immutable. */
final class LeakSearch {
    /** A shorter text of the answer to the user may well stand in a refusal by accident. */
    private static final int SHORTEST_TEXT = 8;

    private static final int SHORTEST_NAME = 4;
    private static final int SHORTEST_PART = 20;
    private static final int AROUND = 30;
    /** Of those for private use, so that it stands nowhere else. */
    private static final String MARK = "\uE000";

    private static final Pattern STACK_TRACE =
            Pattern.compile("\\bat [\\w$./<>]+\\([\\w$]+\\.(?:java|kt|scala|groovy):\\d+\\)"
                    + "|Traceback \\(most recent call last\\)|Exception in thread");
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----|\"d\"\\s*:\\s*\"[\\w-]{20,}\"|\"kty\"\\s*:\\s*\"oct\"");

    private final Redaction redaction;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> texts;

    /**
     * A search.
     *
     * @param names what services know the user by
     * @param passing the answer to the user, whose texts nobody else should see
     * @param sent the url and body that were sent: what stands there is known to whoever asks
     */
    LeakSearch(Redaction redaction, Set<String> names, ReplayAnswer passing, String sent) {
        this.redaction = redaction;
        names.stream()
                .filter(name -> name.length() >= SHORTEST_NAME && !sent.contains(name))
                .forEach(this.names::add);
        this.texts = JsonTexts.in(passing.body(), SHORTEST_TEXT);
        this.texts.removeIf(sent::contains);
    }

    /** What was found in an answer, for people: none of it shows what was found. */
    List<Fact> in(ReplayAnswer answer, List<String> secrets) {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("the body", answer.body());
        answer.headers().forEach((name, values) -> places.put("the header " + name, String.join(", ", values)));
        if (answer.closeReason() != null) {
            places.put("the reason of the close", answer.closeReason());
        }
        Set<String> parts = parts(secrets);
        List<Fact> found = new ArrayList<>();
        places.forEach((place, text) -> kinds(parts).forEach((kind, pattern) -> {
            Matcher match = pattern.matcher(text);
            if (match.find()) {
                found.add(Fact.of("it tells", kind + ", in " + place + ": " + excerpt(match, text, parts)));
            }
        }));
        return found;
    }

    private Map<String, Pattern> kinds(Set<String> parts) {
        Map<String, Pattern> kinds = new LinkedHashMap<>();
        if (!parts.isEmpty()) {
            kinds.put("the credentials that were sent", anyOf(parts, ""));
        }
        if (!texts.isEmpty()) {
            kinds.put("a text of the user's own answer", anyOf(texts, ""));
        }
        if (!names.isEmpty()) {
            kinds.put("a name of the user", anyOf(names, "[\\p{L}\\p{N}]"));
        }
        kinds.put("a stack trace", STACK_TRACE);
        kinds.put("a private key", PRIVATE_KEY);
        return kinds;
    }

    private static Pattern anyOf(Set<String> wanted, String notBeside) {
        String any = longestFirst(wanted.stream())
                .map(Pattern::quote)
                .reduce((first, second) -> first + "|" + second)
                .orElseThrow();
        return Pattern.compile(
                notBeside.isEmpty() ? any : "(?<!" + notBeside + ")(?:" + any + ")(?!" + notBeside + ")");
    }

    private static Stream<String> longestFirst(Stream<String> texts) {
        return texts.sorted(Comparator.comparing(String::length).reversed());
    }

    /** What is around it. The whole is masked before it is cut, for half of a secret would be shown. */
    private String excerpt(Matcher match, String text, Set<String> parts) {
        String marked = text.substring(0, match.start()) + MARK + text.substring(match.end());
        for (String other : longestFirst(Stream.of(parts, texts, names).flatMap(Set::stream))
                .toList()) {
            marked = marked.replace(other, Redaction.MASK);
        }
        String masked = redaction.text(marked);
        int at = masked.indexOf(MARK);
        if (at < 0) {
            return Redaction.MASK;
        }
        int from = Math.max(0, at - AROUND);
        int to = Math.min(masked.length(), at + AROUND);
        String around = masked.substring(from, to).replace(MARK, Redaction.MASK);
        return (from > 0 ? "…" : "")
                + String.join(" ", around.lines().map(String::strip).toList())
                + (to < masked.length() ? "…" : "");
    }

    private static Set<String> parts(List<String> secrets) {
        Set<String> parts = new LinkedHashSet<>();
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST_TEXT) {
                parts.add(secret);
            }
            Stream.of(secret.split("\\.", -1))
                    .filter(part -> part.length() >= SHORTEST_PART)
                    .forEach(parts::add);
        }
        return parts;
    }
}
