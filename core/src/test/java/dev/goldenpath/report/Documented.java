package dev.goldenpath.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the pages about reports show of them. */
final class Documented {
    private static final Path DOCS = Path.of("..", "docs");

    private Documented() {}

    /** The blocks of this language in a page, each ended by a line end. */
    static List<String> blocks(String page, String language) throws IOException {
        return Pattern.compile("(?ms)^(`{3,})" + language + "\\n(.*?)^\\1$")
                .matcher(Files.readString(DOCS.resolve(page)))
                .results()
                .map(match -> match.group(2))
                .toList();
    }
}
