package dev.goldenpath.evidence;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as one word of a POSIX shell, in which nothing has a meaning but a variable in the place of each mask. */
final class ShellWord {
    private static final String PLAIN = "_@%+=:,./-";
    /** What stands before a mask when a name says what it hides: {@code "password":"}, {@code ?token=}. */
    private static final Pattern NAME_BEFORE = Pattern.compile(
            "(?:\\\\?\"([\\w.-]+)\\\\?\"\\s*:\\s*\\\\?\"?|(?:^|[?&;#\\s])([\\w.%\\[\\]-]+)=)(?:\\w+ )?$");

    private static final String UNNAMED = "SECRET";

    private ShellWord() {}

    /** With {@code $PASSWORD} where a field or parameter of that name is masked, and {@code $SECRET} elsewhere. */
    static String of(String text) {
        return of(text, ShellWord::nameBefore);
    }

    /**
     * With a variable for each mask.
     *
     * @param variableAfter names the variable by the text before the mask
     */
    static String of(String text, Function<String, String> variableAfter) {
        StringBuilder word = new StringBuilder(text.length() + 2);
        int start = 0;
        for (int mask = text.indexOf(Redaction.MASK); mask >= 0; mask = text.indexOf(Redaction.MASK, start)) {
            literal(word, text.substring(start, mask));
            word.append("\"$")
                    .append(variableAfter.apply(text.substring(0, mask)))
                    .append('"');
            start = mask + Redaction.MASK.length();
        }
        literal(word, text.substring(start));
        return word.isEmpty() ? "''" : word.toString();
    }

    /** The words as the name of one variable: {@code clientSecret} is {@code CLIENT_SECRET}. */
    static String variable(String words) {
        StringBuilder name = new StringBuilder(words.length() + 4);
        char before = ' ';
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            boolean joint = isLowerOrDigit(before) && letter >= 'A' && letter <= 'Z';
            if (joint || (!isOfWord(letter) && (i == 0 || isOfWord(before)))) {
                name.append('_');
            }
            if (isOfWord(letter)) {
                name.append(letter >= 'a' && letter <= 'z' ? (char) (letter - 'a' + 'A') : letter);
            }
            before = letter;
        }
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name.toString();
    }

    private static boolean isOfWord(char letter) {
        return isLowerOrDigit(letter) || (letter >= 'A' && letter <= 'Z') || letter == '_';
    }

    private static boolean isLowerOrDigit(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    }

    private static String nameBefore(String text) {
        Matcher matcher = NAME_BEFORE.matcher(text.substring(Math.max(0, text.length() - 200)));
        if (!matcher.find()) {
            return UNNAMED;
        }
        return variable(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }

    private static void literal(StringBuilder word, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                word.append('\'').append(text.replace("'", "'\\''")).append('\'');
                return;
            }
        }
        word.append(text);
    }

    private static boolean isPlain(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || PLAIN.indexOf(letter) >= 0;
    }
}
