package dev.goldenpath.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One header {@code Cookie} out of several: a request may carry only one. */
final class CookieHeader {
    private CookieHeader() {}

    /** All cookies of {@code older}, but for those whose names are in {@code newer}, and then those of {@code newer}. */
    static List<String> with(List<String> older, Collection<String> newer) {
        List<String> added = newer.stream().flatMap(CookieHeader::pairs).toList();
        if (older.isEmpty() || added.isEmpty()) {
            return older.isEmpty() ? added : older;
        }
        Set<String> replaced = added.stream().map(CookieHeader::name).collect(Collectors.toSet());
        List<String> all = new ArrayList<>(older);
        all.removeIf(pair -> replaced.contains(name(pair)));
        all.addAll(added);
        return all;
    }

    /** The value of the header; empty where there is no cookie. */
    static Optional<String> of(List<String> pairs) {
        return pairs.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", pairs));
    }

    private static Stream<String> pairs(String header) {
        return Stream.of(header.split(";", -1)).map(String::strip).filter(pair -> !pair.isEmpty());
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals).strip();
    }
}
