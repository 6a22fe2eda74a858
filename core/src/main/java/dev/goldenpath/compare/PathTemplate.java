package dev.goldenpath.compare;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The path of a URL with {@code {}} where an id stands, so that two runs call the same what is the same. */
final class PathTemplate {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern LONG = Pattern.compile("[A-Za-z0-9_.~%-]{32,}");
    private static final Pattern VERSION = Pattern.compile("v\\d{1,3}(\\.\\d{1,3})*");

    private PathTemplate() {}

    /** Without host and query; all of the text where it is no URL. */
    static String of(String url) {
        String path;
        try {
            path = URI.create(url).getRawPath();
        } catch (IllegalArgumentException e) {
            // What redaction leaves of a URL need be none.
            path = url.replaceFirst("^\\w+://[^/]*", "").replaceFirst("[?#].*", "");
        }
        return path == null || path.isEmpty()
                ? "/"
                : Arrays.stream(path.split("/", -1))
                        .map(segment -> isId(segment) ? "{}" : segment)
                        .collect(Collectors.joining("/"));
    }

    private static boolean isId(String segment) {
        return !VERSION.matcher(segment).matches()
                && (NUMBER.matcher(segment).matches() || LONG.matcher(segment).matches() || Steady.isVolatile(segment));
    }
}
