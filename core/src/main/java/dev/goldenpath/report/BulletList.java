package dev.goldenpath.report;

import java.util.List;

/** A list of Markdown, an entry a line. Not thread-safe. */
final class BulletList {
    private final StringBuilder text = new StringBuilder();

    /** @param value Markdown in one line */
    void add(String key, String value) {
        text.append("- ").append(key).append(": ").append(value).append('\n');
    }

    /** The values as code; no entry where there are none. */
    void codes(String key, List<String> values) {
        if (!values.isEmpty()) {
            add(key, Markdown.codes(values));
        }
    }

    /** The entries, each with a line end; empty where there is none. */
    @Override
    public String toString() {
        return text.toString();
    }
}
