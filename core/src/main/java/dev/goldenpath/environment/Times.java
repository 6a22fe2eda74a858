package dev.goldenpath.environment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How often an event comes.
 *
 * @param most absent where any number will do
 */
record Times(int least, @Nullable Integer most) {
    static final Times ONCE = new Times(1, 1);

    private static final Pattern TIMES = Pattern.compile("(\\d{1,6})(?:(\\.\\.)(\\d{1,6})?)?");

    /**
     * Reads {@code 1}, {@code 0..1}, {@code 1..} or {@code 2..5}.
     *
     * @throws IllegalArgumentException with the end of a sentence
     */
    static Times parse(String text) {
        Matcher matcher = TIMES.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("is none of the forms 1, 0..1, 1.. and 2..5");
        }
        int least = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) == null) {
            return upTo(least, least);
        }
        return matcher.group(3) == null ? new Times(least, null) : upTo(least, Integer.parseInt(matcher.group(3)));
    }

    private static Times upTo(int least, int most) {
        if (most == 0) {
            throw new IllegalArgumentException("would be an event that never comes");
        }
        if (most < least) {
            throw new IllegalArgumentException("ends before it begins");
        }
        return new Times(least, most);
    }
}
