package dev.goldenpath.benchmarks.ratio;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What goes over the wire: 1 KiB of JSON each way, as a small service would send it. */
final class Payload {
    static final int BYTES = 1024;

    /** The body of every request. */
    static final String QUESTION = oneKibibyte("""
            {"customer":"c-20811","currency":"EUR","positions":[%s],"delivery":{"method":"parcel","days":2},"note":"%s"}""");

    /** The body of every response. */
    static final String ANSWER = oneKibibyte("""
            {"id":"o-7741902","status":"accepted","total":41.86,"positions":[%s],"links":["/orders/o-7741902"],"note":"%s"}""");

    private Payload() {}

    private static String oneKibibyte(String template) {
        String positions = IntStream.range(0, 14)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "{\"article\":\"a-%04d\",\"count\":%d,\"price\":%d.99}",
                        4000 + i,
                        i % 3 + 1,
                        i + 1))
                .collect(Collectors.joining(","));
        String unfilled = String.format(Locale.ROOT, template, positions, "");
        return String.format(Locale.ROOT, template, positions, "x".repeat(BYTES - unfilled.length()));
    }
}
