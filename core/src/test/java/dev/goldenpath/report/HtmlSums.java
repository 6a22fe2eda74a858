package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What the first screen of {@code report.html} says in numbers, against what was drawn. */
final class HtmlSums {
    private final RandomRun drawn;
    private final Document page;

    HtmlSums(RandomRun drawn, Path folder) throws IOException {
        this.drawn = drawn;
        this.page = Jsoup.parse(Files.readString(folder.resolve(Reports.HTML)));
    }

    void check() {
        gate();
        revenue();
        others();
    }

    private void gate() {
        Map<Verdict, Integer> counts = new TreeMap<>();
        for (String mark : page.select("#gate .counts .mark").eachText()) {
            String[] words = mark.split(" ");
            counts.put(Verdict.valueOf(words[1].toUpperCase(Locale.ROOT)), Integer.parseInt(words[2]));
        }
        assertThat(counts).isEqualTo(drawn.total());
    }

    private void revenue() {
        List<BigDecimal> shares = page.select("#revenue .key strong").eachText().stream()
                .map(amount -> new BigDecimal(amount.replace(" USD", "").replace(",", "")))
                .toList();
        assertThat(shares).hasSize(3);
        assertThat(shares.get(0)).isEqualByComparingTo(drawn.verified());
        assertThat(shares.get(1).add(shares.get(2))).isEqualByComparingTo(drawn.unverified());
    }

    private void others() {
        assertThat(page.select("#results li").eachText().stream()
                        .filter(entry -> entry.contains(" passed at attempt ")))
                .hasSize(drawn.flaky);
        assertThat(page.select("#run .fact").eachText().stream().filter(fact -> fact.startsWith("So far ")))
                .hasSize(drawn.pending == 0 ? 0 : 1)
                .allMatch(fact -> fact.startsWith("So far " + drawn.pending + " more planned"));
    }
}
