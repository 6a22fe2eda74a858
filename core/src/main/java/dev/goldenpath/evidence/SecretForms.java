package dev.goldenpath.evidence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms a secret takes in JSON, URLs and Base64. */
final class SecretForms {
    /** A shorter piece of Base64 may stand in any text. */
    private static final int LEAST_BASE64 = 8;

    private static final Pattern ESCAPED_BYTE = Pattern.compile("%[0-9A-F]{2}");

    private SecretForms() {}

    /** All forms of {@code secret}, itself included; none is empty when it is not. */
    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        addUrlForms(forms, secret);
        addJsonForms(forms, secret);
        addBase64Forms(forms, secret.getBytes(StandardCharsets.UTF_8));
        return forms;
    }

    private static void addUrlForms(Set<String> forms, String secret) {
        String ofForm = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        // As in a path or query by RFC 3986, which encodes other characters than a form does.
        String ofPath = ofForm.replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
        for (String form : List.of(ofForm, ofPath)) {
            forms.add(form);
            forms.add(ESCAPED_BYTE.matcher(form).replaceAll(hex -> hex.group().toLowerCase(Locale.ROOT)));
        }
    }

    private static void addJsonForms(Set<String> forms, String secret) {
        String inJson = json(secret, false);
        forms.add(inJson);
        forms.add(inJson.replace("/", "\\/"));
        forms.add(json(secret, true));
        // As in JSON that is a string of other JSON.
        forms.add(json(inJson, false));
    }

    /** The content of a JSON string; in plain ASCII, also what is no good in HTML is escaped. */
    private static String json(String text, boolean plain) {
        StringBuilder json = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int named = "\"\\\b\f\n\r\t".indexOf(c);
            if (named >= 0) {
                json.append('\\').append("\"\\bfnrt".charAt(named));
            } else if (c < ' ' || (plain && (c > '~' || "<>&'".indexOf(c) >= 0))) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }

    private static void addBase64Forms(Set<String> forms, byte[] secret) {
        addBase64(forms, Base64.getEncoder().encodeToString(secret));
        addBase64(forms, Base64.getEncoder().withoutPadding().encodeToString(secret));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            // Of the characters at both edges, some bits are of what stands beside the secret.
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            if (to - from >= LEAST_BASE64) {
                addBase64(forms, Base64.getEncoder().encodeToString(shifted).substring(from, to));
            }
        }
    }

    private static void addBase64(Set<String> forms, String base64) {
        forms.add(base64);
        forms.add(base64.replace('+', '-').replace('/', '_'));
    }
}
