package dev.goldenpath.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the page about reports shows of them. */
final class Documented {
    private static final Path PAGE = Path.of("..", "docs", "reports.md");

    private Documented() {}

    /** The blocks of this language, each ended by a line end. */
    static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^(`{3,})" + language + "\\n(.*?)^\\1$")
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(2))
                .toList();
    }
}
