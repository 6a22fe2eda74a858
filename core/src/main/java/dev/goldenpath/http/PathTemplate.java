package dev.goldenpath.http;

import dev.goldenpath.evidence.Redaction;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.net.PercentCodec;

/** A request path with named places for values. */
final class PathTemplate {
    private static final Pattern NAME = Pattern.compile("\\{[^}]*}");

    private PathTemplate() {}

    static String expand(String path, Object... values) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("The path '" + path + "' must start with a slash: it is appended to the "
                    + "service's url, and a call to another host needs a service of its own in goldenpath.yaml.");
        }
        long names = NAME.matcher(path).results().count();
        if (names != values.length) {
            throw new IllegalArgumentException(
                    "The path '" + path + "' has " + names + " {names}, but " + values.length + " values were given.");
        }
        StringBuilder expanded = new StringBuilder();
        Matcher matcher = NAME.matcher(path);
        for (Object value : values) {
            matcher.find();
            if (value == null) {
                throw new IllegalArgumentException("The value of " + matcher.group() + " in '" + path + "' is null.");
            }
            String encoded = PercentCodec.RFC3986.encode(value.toString());
            matcher.appendReplacement(expanded, Matcher.quoteReplacement(encoded));
        }
        return matcher.appendTail(expanded).toString();
    }

    /** A whole address; what can't be one is the author's own mistake. */
    static URI url(String text, Redaction redaction) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // Not its message: that quotes the text, which may hold a secret.
            throw new IllegalArgumentException("'" + redaction.text(text) + "' is no address: " + e.getReason()
                    + ". Put what varies into {names} or query(…): there it is encoded.");
        }
    }
}
