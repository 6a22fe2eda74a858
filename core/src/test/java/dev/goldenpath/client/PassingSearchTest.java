package dev.goldenpath.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.PayloadMarkers;
import dev.goldenpath.evidence.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PassingSearchTest {
    private final Redaction redaction = new Redaction();

    /** Looks for one word. */
    private record ForWord(String word) implements ContentSearch {
        @Override
        public List<String> in(byte[] content, int length) {
            String text = new String(content, 0, length, StandardCharsets.US_ASCII);
            return text.contains(word) ? List.of("it holds " + word) : List.of();
        }

        @Override
        public int longest() {
            return word.length();
        }
    }

    private static MarkerSearch search(ContentSearch further) {
        return new MarkerSearch(PayloadMarkers.DEFAULT).and(further);
    }

    private List<String> found(MarkerSearch search, String... pieces) {
        PassingSearch passing = search.passing();
        for (String piece : pieces) {
            byte[] bytes = ("?" + piece + "?").getBytes(StandardCharsets.US_ASCII);
            passing.add(bytes, 1, bytes.length - 2);
        }
        return passing.markers(new byte[0], null, redaction);
    }

    @Test
    void findsWhatStandsAcrossPiecesWhereverTheyAreCut() {
        String body = "before-needle-behind";
        for (int first = 0; first <= body.length(); first++) {
            for (int second = first; second <= body.length(); second++) {
                assertThat(found(
                                search(new ForWord("needle")),
                                body.substring(0, first),
                                body.substring(first, second),
                                body.substring(second)))
                        .containsExactly("it holds needle");
            }
        }
        assertThat(found(search(new ForWord("needle")), body.split(""))).containsExactly("it holds needle");
        assertThat(found(search(new ForWord("needle")), "nee", "-", "dle")).isEmpty();
    }

    @Test
    void looksAtNothingTwice() {
        AtomicInteger times = new AtomicInteger();
        ContentSearch counting = new ContentSearch() {
            @Override
            public List<String> in(byte[] content, int length) {
                String text = new String(content, 0, length, StandardCharsets.US_ASCII);
                times.addAndGet(text.split("needle", -1).length - 1);
                return List.of();
            }

            @Override
            public int longest() {
                return "needle".length();
            }
        };

        found(search(counting), "a needle", " and ", "a need", "le");

        assertThat(times).hasValue(2);
    }

    @Test
    void theMarkersOfTheConfigurationAreLookedForInTheBeginning() {
        byte[] beginning = "{\"source\":\"mock\"}".getBytes(StandardCharsets.US_ASCII);
        redaction.addValue("needle-secret");

        PassingSearch passing = search(new ForWord("needle-secret")).passing();
        passing.add("needle-secret".getBytes(StandardCharsets.US_ASCII), 0, 13);

        assertThat(passing.markers(beginning, null, redaction)).containsExactly("/source is \"mock\"", "it holds ***");
        assertThat(MarkerSearch.NONE.passing().markers(beginning, null, redaction))
                .isEmpty();
    }

    @Test
    void inAnyCharsetTheUsersOwnSearchSeesTheText() {
        byte[] body = "a needle".getBytes(StandardCharsets.UTF_16);

        assertThat(search(new ForWord("needle")).in(body, body.length, "text/plain; charset=UTF-16", redaction))
                .containsExactly("it holds needle");
        assertThat(search(new ForWord("needle")).ofUserIn(() -> "a needle".getBytes(StandardCharsets.UTF_8), redaction))
                .containsExactly("it holds needle");
        assertThat(MarkerSearch.NONE.ofUserIn(
                        () -> {
                            throw new IllegalStateException("asked in vain");
                        },
                        redaction))
                .isEmpty();
    }
}
