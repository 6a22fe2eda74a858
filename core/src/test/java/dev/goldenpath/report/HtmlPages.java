package dev.goldenpath.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Pages of runs as a browser reads them. */
final class HtmlPages {
    private HtmlPages() {}

    static String text(RunAccount account) {
        StringWriter page = new StringWriter();
        try {
            HtmlReport.write(account, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    static Document of(RunAccount account) {
        return Jsoup.parse(text(account));
    }

    /** The texts of the cells, row by row, of the table with this label. */
    static List<List<String>> table(Document page, String label) {
        return page.select("[aria-label='" + label + "'] tr").stream()
                .map(row -> row.children().stream().map(Element::text).toList())
                .toList();
    }
}
