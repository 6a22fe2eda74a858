package dev.goldenpath.environment;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the kinds of value the file knows. Each throws {@link IllegalArgumentException} with the end of a sentence. */
final class Values {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']++|\"[^\"]*+\"|'[^']*+')++|\\S");
    private static final Pattern ARRAY_INDEX = Pattern.compile("\\d+|-");
    private static final Pattern HEADER_NAME = Pattern.compile("[\\w!#$%&'*+.^`|~-]+");
    private static final Pattern QUOTED = Pattern.compile("([\"'])(.*?)\\1");
    private static final String IDENTIFIER = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";
    private static final Pattern JAVA_NAME = Pattern.compile(IDENTIFIER + "(?:\\." + IDENTIFIER + ")*");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Values() {}

    static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        };
    }

    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("is no duration such as 500ms, 30s or 2m");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    static Duration limit(String text) {
        Duration limit = duration(text);
        if (limit.isZero()) {
            throw new IllegalArgumentException("must be longer than 0");
        }
        return limit;
    }

    static URI url(String text) {
        URI url = uri(text, "is no URL: ");
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException("is no http or https URL with a host");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must have neither user info nor query nor fragment");
        }
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }

    static URI proxyUrl(String text) {
        URI url = url(text);
        if (!"http".equals(url.getScheme())
                || url.getPort() < 1
                || !url.getRawPath().isEmpty()) {
            throw new IllegalArgumentException(
                    "is no http URL of a host and a port alone, such as http://proxy.example.com:3128");
        }
        return url;
    }

    static String path(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("must start with a slash");
        }
        return text;
    }

    /** A path that can be asked as it stands. */
    static String requestPath(String text) {
        return uri(path(text), "is no request path: ").toString();
    }

    /** Any URI; {@code problem} is the beginning of what is said of another text. */
    static URI uri(String text, String problem) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // Not its message: that quotes the text, which may hold a secret.
            throw new IllegalArgumentException(
                    problem + e.getReason() + (e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1)));
        }
    }

    /** A pointer to a secret, which is masked by the name of its field. */
    static String pointerToField(String text) {
        String last = path(text).substring(text.lastIndexOf('/') + 1);
        if (last.isEmpty() || ARRAY_INDEX.matcher(last).matches()) {
            throw new IllegalArgumentException("must end in the name of a field: what stands there is masked by it");
        }
        return text;
    }

    static String headerName(String text) {
        if (!HEADER_NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("is no name of a header");
        }
        return text;
    }

    /** The name of a header; at its end, {@code *} is any rest. */
    static String headerNameOrBeginning(String text) {
        headerName(text);
        return beginning(text);
    }

    /** The name of a parameter; at its end, {@code *} is any rest. */
    static String parameterNameOrBeginning(String text) {
        return beginning(text);
    }

    private static String beginning(String text) {
        int star = text.indexOf('*');
        if (star == 0 || (star > 0 && star < text.length() - 1)) {
            throw new IllegalArgumentException("has a * that is not its end, behind a name's beginning");
        }
        return text;
    }

    static String fieldName(String text) {
        if (text.startsWith("/")) {
            throw new IllegalArgumentException("must be the name of a field alone: it is masked wherever it stands");
        }
        return text;
    }

    /** A word that is compared with whole texts. */
    static String markerWord(String text) {
        if (!text.equals(text.strip())) {
            throw new IllegalArgumentException("has spaces around it, and would mark nothing");
        }
        return text;
    }

    static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            // Not its message: that quotes the text, which may hold a secret.
            throw new IllegalArgumentException(
                    "is no regular expression: " + e.getDescription()
                            + (e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1)),
                    e);
        }
    }

    /** The name of a package, or the binary name of a class. */
    static String javaName(String text) {
        if (!JAVA_NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("is no name of a package or class, such as com.example.shop");
        }
        return text;
    }

    static PointerReference pathAndPointer(String text) {
        PointerReference reference = reference(text);
        requestPath(reference.place());
        return reference;
    }

    static PointerReference reference(String text) {
        int hash = text.indexOf("#/");
        if (hash < 1) {
            throw new IllegalArgumentException("is not of the form place#/json/pointer");
        }
        return new PointerReference(text.substring(0, hash), text.substring(hash + 1));
    }

    static Need need(String text) {
        return switch (text) {
            case "required" -> Need.REQUIRED;
            case "optional" -> Need.OPTIONAL;
            default -> throw new IllegalArgumentException("is neither required nor optional");
        };
    }

    static OnDegraded onDegraded(String text) {
        return switch (text) {
            case "proceed" -> OnDegraded.PROCEED;
            case "block" -> OnDegraded.BLOCK;
            default -> throw new IllegalArgumentException("is neither proceed nor block");
        };
    }

    static BigDecimal percent(String text) {
        BigDecimal percent = amount(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
        if (!text.endsWith("%") || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("is no percentage from 0% to 100%");
        }
        return percent;
    }

    static BigDecimal amount(String text) {
        try {
            BigDecimal amount = new BigDecimal(text.strip());
            if (amount.signum() >= 0) {
                return amount;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is no number", e);
        }
        throw new IllegalArgumentException("must not be negative");
    }

    /** So many tests at most: a share of the planned ones, or a number. */
    static TestBudget testBudget(String text) {
        if (text.endsWith("%")) {
            return new TestBudget(percent(text), null);
        }
        if (!COUNT.matcher(text).matches()) {
            throw new IllegalArgumentException("is neither a percentage from 0% to 100% nor a whole number of tests");
        }
        return new TestBudget(null, Integer.valueOf(text));
    }

    static int numberOfTests(String text) {
        if (!COUNT.matcher(text).matches()) {
            throw new IllegalArgumentException("is no whole number of tests such as 0");
        }
        return Integer.parseInt(text);
    }

    static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("is no port from 1 to 65535");
        }
        return Integer.parseInt(text);
    }

    static String currency(String text) {
        if (!text.equals(text.toUpperCase(Locale.ROOT)) || text.length() != 3) {
            throw new IllegalArgumentException("is no currency code such as USD");
        }
        return text;
    }

    /** Splits a command line at spaces; single or double quotes keep spaces inside a word. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            if (word.equals("\"") || word.equals("'")) {
                throw new IllegalArgumentException("has a " + word + " that is never closed");
            }
            words.add(QUOTED.matcher(word).replaceAll("$2"));
        }
        return words;
    }
}
