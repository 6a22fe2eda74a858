package dev.goldenpath.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Masks secrets in everything that is about to be written: by the name of a header, JSON field or parameter, by shape, and
 * by value, in the forms a value takes in JSON, URLs and Base64. What is masked already stays as it is. Thread-safe; what
 * is added applies from then on.
 *
 * <p>One pass over the text, whose cost does not grow with the number of values.
 *
 * @since 0.1.0
 */
public final class Redaction {
    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    /** What is shorter stands in many a text. */
    private static final int LEAST_STRIPPED = 4;

    private static final Set<String> HEADERS = Set.of(
            "api-key",
            "authorization",
            "cookie",
            "ocp-apim-subscription-key",
            "private-token",
            "proxy-authorization",
            "sec-websocket-key",
            "set-cookie",
            "x-access-token",
            "x-amz-security-token",
            "x-api-key",
            "x-api-token",
            "x-auth-token",
            "x-csrf-token",
            "x-functions-key",
            "x-goog-api-key",
            "x-refresh-token",
            "x-session-token",
            "x-vault-token",
            "x-xsrf-token");
    /** Here and below, an underscore stands for any way to join words: {@code client_secret}, {@code clientSecret}. */
    private static final Set<String> FIELDS = Set.of(
            "access_token",
            "api_key",
            "api_token",
            "auth_token",
            "authorization",
            "client_assertion",
            "client_secret",
            "csrf_token",
            "current_password",
            "device_secret",
            "id_token",
            "new_password",
            "old_password",
            "passphrase",
            "passwd",
            "password",
            "private_key",
            "pwd",
            "refresh_token",
            "secret",
            "secret_key",
            "session_token",
            "token",
            "xsrf_token");
    /** Secret as parameters only: in JSON, these are words for much else. */
    private static final Set<String> PARAMETERS = Set.of(
            "assertion",
            "code_verifier",
            "jsessionid",
            "saml_response",
            "sig",
            "signature",
            "x_amz_security_token",
            "x_amz_signature",
            "x_goog_signature");

    private final Set<String> secretHeaders = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> secrets = new LinkedHashSet<>();
    private final Set<String> addedFields = new LinkedHashSet<>();
    private final List<Follower> followers = new ArrayList<>();
    private final FormIndex index = new FormIndex();
    private volatile SecretNames fields = SecretNames.of(FIELDS);
    private volatile SecretNames parameters = SecretNames.of(FIELDS, PARAMETERS);

    /** A redaction that knows the usual names and no value yet. */
    public Redaction() {
        secretHeaders.addAll(HEADERS);
    }

    /**
     * Masks {@code secret} from now on, wherever it occurs; does nothing for an empty one. Where white space begins or
     * ends it, it is masked without that, too, if 4 characters are left: whoever gets a header drops it.
     */
    public synchronized void addValue(String secret) {
        if (!secret.isEmpty() && secrets.add(secret)) {
            SecretForms.of(secret).forEach(index::add);
            String stripped = secret.strip();
            if (stripped.length() >= LEAST_STRIPPED && stripped.length() < secret.length()) {
                SecretForms.of(stripped).forEach(index::add);
            }
            followers.forEach(follower -> follower.value(secret));
        }
    }

    /** Masks from now on whatever a JSON field or a parameter of this name holds; does nothing for an empty name. */
    public synchronized void addField(String name) {
        if (!SecretNames.bare(name).isEmpty() && !fields.contains(name)) {
            addedFields.add(name);
            fields = fields.with(name);
            parameters = parameters.with(name);
            followers.forEach(follower -> follower.field(name));
        }
    }

    /** Masks from now on each header of this name, in any case, whole. */
    public void addHeader(String name) {
        secretHeaders.add(name);
    }

    /** Whether the value of a header of this name is masked, whatever it is. */
    public boolean isSecretHeader(String name) {
        return secretHeaders.contains(name);
    }

    /** Whether what a JSON field of this name holds is masked, whatever it is. */
    public boolean isSecretField(String name) {
        return fields.contains(name);
    }

    /** Whether what a parameter of this name holds, in a query or a form, is masked, whatever it is. */
    public boolean isSecretParameter(String name) {
        return parameters.contains(name);
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
        addedFields.forEach(follower::field);
    }

    /** Tells {@code follower} nothing any more; once this has returned, no call to it is under way. */
    public synchronized void leave(Follower follower) {
        followers.remove(follower);
    }

    /** {@code text} with every secret in it masked; the same instance when there is none. */
    public String text(String text) {
        return masked(text, text.length(), false);
    }

    /**
     * What may be shown of a text that has lost its end: its first characters, with every secret that begins among them
     * masked whole. A secret that runs into the end of {@code text} is masked although the rest of it is missing, and so
     * is what may be the beginning of one.
     *
     * @param text the part that was kept; what it holds past {@code limit} helps to tell what is a secret
     * @param limit how many of its characters are wanted
     */
    public String text(String text, int limit) {
        return masked(text, limit, true);
    }

    private String masked(String text, int limit, boolean cut) {
        int end = Math.min(limit, text.length());
        // In most short texts nothing looks like the beginning of a secret.
        return index.next(text, 0, end, cut) == end
                ? text.substring(0, end)
                : new RedactionScan(text, cut, index).run(limit, fields, parameters);
    }

    /** Headers with secret ones masked whole, and all others as {@link #text(String)} masks them. Order is kept. */
    public Map<String, List<String>> headers(Map<String, List<String>> headers) {
        Map<String, List<String>> masked = new LinkedHashMap<>();
        headers.forEach((name, all) -> masked.put(text(name), values(name, all)));
        return masked;
    }

    private List<String> values(String name, List<String> all) {
        boolean secret = secretHeaders.contains(name);
        if (all.size() == 1) {
            return List.of(secret ? MASK : text(all.get(0)));
        }
        return all.stream().map(value -> secret ? MASK : text(value)).toList();
    }
}
