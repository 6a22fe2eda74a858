package dev.goldenpath.evidence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks secrets in everything that is about to be written: by header name, by JSON field name, and by value, in the forms
 * a value takes in JSON, URLs and Base64. Thread-safe; what is added applies from then on.
 *
 * @since 0.1.0
 */
public final class Redaction {
    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    private static final Set<String> HEADERS =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "sec-websocket-key");
    private static final Set<String> FIELDS = Set.of(
            "password",
            "passwd",
            "secret",
            "client_secret",
            "token",
            "access_token",
            "refresh_token",
            "id_token",
            "api_key",
            "apikey",
            "authorization");

    private final Set<String> fields = ConcurrentHashMap.newKeySet();
    private volatile Pattern fieldPattern;
    private volatile List<String> values = List.of();

    /** A redaction that knows the usual names and no value yet. */
    public Redaction() {
        fields.addAll(FIELDS);
        fieldPattern = patternOf(fields);
    }

    /** Masks {@code secret} from now on, wherever it occurs; does nothing for an empty one. */
    public synchronized void addValue(String secret) {
        if (secret.isEmpty()) {
            return;
        }
        // Longest first, so that a secret that contains another one is masked whole.
        Set<String> forms = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        forms.addAll(values);
        forms.add(secret);
        String ofForm = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(ofForm);
        // As in a path or query by RFC 3986, which encodes other characters than a form does.
        forms.add(ofForm.replace("+", "%20").replace("*", "%2A").replace("%7E", "~"));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        values = List.copyOf(forms);
    }

    /** Masks from now on whatever a JSON field of this name holds. */
    public synchronized void addField(String name) {
        if (fields.add(name.toLowerCase(Locale.ROOT))) {
            fieldPattern = patternOf(fields);
        }
    }

    /** {@code text} with every known value and every secret JSON field masked. */
    public String text(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASK);
        }
        return masked.indexOf('"') < 0
                ? masked
                : fieldPattern
                        .matcher(masked)
                        .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + '"' + MASK + '"'));
    }

    /** Headers with secret ones masked whole, and known values masked in all others. Order is kept. */
    public Map<String, List<String>> headers(Map<String, List<String>> headers) {
        Map<String, List<String>> masked = new LinkedHashMap<>();
        headers.forEach((name, all) -> masked.put(
                name,
                HEADERS.contains(name.toLowerCase(Locale.ROOT))
                        ? all.stream().map(value -> MASK).toList()
                        : all.stream().map(this::text).toList()));
        return masked;
    }

    private static Pattern patternOf(Set<String> names) {
        String alternatives =
                String.join("|", names.stream().map(Pattern::quote).sorted().toList());
        // The closing quote is optional: a body may have been cut in the middle of the secret.
        return Pattern.compile(
                "(\"(?:" + alternatives + ")\"\\s*:\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|[-+.\\w]+)",
                Pattern.CASE_INSENSITIVE);
    }
}
