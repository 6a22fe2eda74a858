package dev.goldenpath.evidence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Masks secrets in everything that is about to be written: by header name, by JSON field name, and by value, in the forms
 * a value takes in JSON, URLs and Base64. Thread-safe; what is added applies from then on.
 *
 * @since 0.1.0
 */
public final class Redaction {
    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    private static final Set<String> HEADERS = Set.of(
            "authorization",
            "proxy-authorization",
            "cookie",
            "set-cookie",
            "x-api-key",
            "x-auth-token",
            "sec-websocket-key");
    /** An underscore stands for any way to join words: {@code client_secret}, {@code clientSecret}. */
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
            "authorization");

    /** A signed token where nobody expected one, for example in an answer that is not the declared shape. */
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]{8,}+\\.[\\w-]{8,}+\\.[\\w-]*+");

    private final Set<String> secrets = new LinkedHashSet<>();
    private final List<Follower> followers = new ArrayList<>();
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
        if (secret.isEmpty() || !secrets.add(secret)) {
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
        followers.forEach(follower -> follower.value(secret));
    }

    /** Masks from now on whatever a JSON field of this name holds. */
    public synchronized void addField(String name) {
        if (fields.add(name.toLowerCase(Locale.ROOT))) {
            fieldPattern = patternOf(fields);
            followers.forEach(follower -> follower.field(name));
        }
    }

    /** Who masks the same elsewhere. Called by whoever adds something, so it must neither wait nor throw. */
    public interface Follower {

        /** As {@link Redaction#addValue}. */
        void value(String secret);

        /** As {@link Redaction#addField}. */
        void field(String name);
    }

    /** Tells {@code follower} all values and fields that have been added, and from now on each one that is. */
    public synchronized void follow(Follower follower) {
        followers.add(follower);
        secrets.forEach(follower::value);
        fields.stream().filter(name -> !FIELDS.contains(name)).forEach(follower::field);
    }

    /** Tells {@code follower} nothing any more; once this has returned, no call to it is under way. */
    public synchronized void leave(Follower follower) {
        followers.remove(follower);
    }

    /** {@code text} with every known value, every secret JSON field and everything shaped like a signed token masked. */
    public String text(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASK);
        }
        if (masked.contains("eyJ")) {
            masked = JWT.matcher(masked).replaceAll(MASK);
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
        String alternatives = String.join(
                "|", names.stream().map(Redaction::anyJoint).sorted().toList());
        // The closing quote is optional: a body may have been cut in the middle of the secret.
        return Pattern.compile(
                "(\"(?:" + alternatives + ")\"\\s*:\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|[-+.\\w]+)",
                Pattern.CASE_INSENSITIVE);
    }

    private static String anyJoint(String name) {
        return Stream.of(name.split("_", -1)).map(Pattern::quote).collect(Collectors.joining("[_-]?"));
    }
}
