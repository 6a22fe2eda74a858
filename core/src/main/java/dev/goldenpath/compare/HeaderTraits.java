package dev.goldenpath.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What of the headers of an answer may be compared between two runs. */
final class HeaderTraits {
    /** They are of the connection, or of the moment. */
    private static final Set<String> LEFT_OUT = Set.of(
            "age",
            "cf-ray",
            "content-encoding",
            "connection",
            "content-length",
            "date",
            "etag",
            "expires",
            "keep-alive",
            "last-modified",
            "sec-websocket-accept",
            "server-timing",
            "traceparent",
            "tracestate",
            "transfer-encoding",
            "vary",
            "x-request-id",
            "x-correlation-id");

    /** They belong to what an answer says. */
    private static final Set<String> TELLING =
            Set.of("allow", "content-type", "location", "retry-after", "sec-websocket-protocol", "www-authenticate");

    private HeaderTraits() {}

    static List<Trait> of(Map<String, List<String>> headers) {
        Map<String, String> byName = new TreeMap<>();
        headers.forEach((name, values) -> byName.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        List<Trait> traits = new ArrayList<>();
        byName.forEach((name, value) -> {
            if (!LEFT_OUT.contains(name)) {
                Aspect aspect = TELLING.contains(name) ? Aspect.TELLING_HEADER : Aspect.HEADER;
                traits.add(new Trait(aspect, "header " + name, Steady.of(value), Steady.shortened(value)));
            }
        });
        return traits;
    }
}
