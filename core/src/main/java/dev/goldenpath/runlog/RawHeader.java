package dev.goldenpath.runlog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One value of a header as a log has it.
 *
 * @since 0.1.0
 */
public record RawHeader(RawText name, RawText value) {

    /** Those of a message by their names. */
    static Map<String, List<String>> byName(List<RawHeader> headers) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (RawHeader header : headers) {
            byName.computeIfAbsent(header.name.toString(), name -> new ArrayList<>(1))
                    .add(header.value.toString());
        }
        return byName;
    }
}
