package dev.goldenpath.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list of what is known under which name, without what is not known. */
final class HtmlFacts {
    private static final int LONG = 60;
    private static final int SHOWN = 5;

    private final Html html;
    private final Map<String, Html.Content> facts = new LinkedHashMap<>();
    private final Map<String, Html.Content> sentences = new LinkedHashMap<>();

    HtmlFacts(Html html) {
        this.html = html;
    }

    void add(String name, Html.Content content) {
        facts.put(name, content);
    }

    /** Texts from outside, one below the other; at the end of all where they are long. */
    void add(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            boolean wide = texts.stream().anyMatch(text -> text.length() > LONG);
            (wide ? sentences : facts).put(name, () -> new HtmlList(html, SHOWN).write(texts, html::brief));
        }
    }

    void write() throws IOException {
        if (!facts.isEmpty() || !sentences.isEmpty()) {
            html.element("dl", Map.of("class", "known"), () -> {
                write(facts, "fact");
                write(sentences, "fact wide");
            });
        }
    }

    private void write(Map<String, Html.Content> some, String kind) throws IOException {
        for (Map.Entry<String, Html.Content> fact : some.entrySet()) {
            html.element("div", Map.of("class", kind), () -> {
                html.element("dt", fact.getKey());
                html.element("dd", fact.getValue());
            });
        }
    }
}
