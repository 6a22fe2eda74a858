package dev.goldenpath.evidence;

import dev.goldenpath.evidence.SteadyText.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the messages of one failure have in common over its runs. It tells what was expected from what was seen, for a
 * number is the author's choice in the one, and an accident in the other.
 */
final class SteadyMessage {
    /** Facts below our own headlines that say what was asked of whom; all others say how it was this time. */
    private static final Set<String> KEPT =
            Set.of("service", "request", "session", "broke in", "missing", "mismatch", "wrong", "problem");

    /** Of many tries: what was expected of it is the same each time, and what was seen is not. */
    private static final String LAST = "last";

    private static final Pattern FACT = Pattern.compile("^  ([a-z][a-z' ]{0,30}): +(.*)");
    private static final Pattern MORE_OF_FACT = Pattern.compile("^ {5,}\\S.*");

    private static final Pattern MARK =
            Pattern.compile("(?<expected>\\bExpected\\b|\\bexpected(?: size| value)?:|\\bto [a-z][\\w ]*:)"
                    + "|(?<seen>\\bbut was:?|, but\\b|\\bbut \\w[\\w ]*:|\\bactual(?: [\\w.$]+)?:|\\bExpecting\\b)");
    private static final Pattern STATUS = Pattern.compile("^ (?:a )?status .*", Pattern.DOTALL);

    /** Characters of one piece that count: the rest of what a service answered says no more. */
    private static final int LONGEST_SEEN = 200;

    private static final int LONGEST_EXPECTED = 1_000;
    /** Characters of a whole message that are looked at. */
    private static final int LONGEST = 20_000;

    private final StringBuilder steady = new StringBuilder();

    private SteadyMessage() {}

    /** The message in one line. */
    static String of(String message) {
        SteadyMessage made = new SteadyMessage();
        String all = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
        made.pieces(withoutAccidents(all.lines().toList()));
        return made.steady.toString();
    }

    private static String withoutAccidents(List<String> lines) {
        List<String> kept = new ArrayList<>();
        boolean inFact = false;
        for (String line : lines) {
            Matcher fact = FACT.matcher(line);
            if (fact.matches()) {
                inFact = true;
                String key = fact.group(1);
                if (KEPT.contains(key)) {
                    kept.add(line.strip());
                } else if (key.equals(LAST)) {
                    kept.add(fact.group(2).replaceFirst("(?s), but .*", ""));
                }
            } else if (!inFact || !MORE_OF_FACT.matcher(line).matches()) {
                inFact = false;
                kept.add(line.strip());
            }
        }
        return kept.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private void pieces(String text) {
        Matcher mark = MARK.matcher(text);
        Numbers numbers = Numbers.SEEN;
        int from = 0;
        boolean ofStatus = false;
        while (mark.find()) {
            String piece = text.substring(from, mark.start());
            ofStatus = numbers == Numbers.EXPECTED && STATUS.matcher(piece).matches();
            piece(piece, numbers);
            steady.append(mark.group());
            boolean expected = mark.group("expected") != null;
            numbers = expected ? Numbers.EXPECTED : ofStatus ? Numbers.SEEN_STATUS : Numbers.SEEN;
            from = mark.end();
        }
        piece(text.substring(from), numbers);
    }

    private void piece(String text, Numbers numbers) {
        String made = SteadyText.of(text, numbers);
        int longest = numbers == Numbers.EXPECTED ? LONGEST_EXPECTED : LONGEST_SEEN;
        steady.append(made.length() > longest ? made.substring(0, longest) : made);
    }
}
