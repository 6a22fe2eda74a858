package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PageJsonTest {
    @Test
    void noTextCanEndTheElementItStandsIn() throws IOException {
        String hostile = "</script><!--<script>]]>&\u2028\u2029\u0000\u007f\u0085 \"'\\ ü \uD83D\uDE00";
        String json = PageJson.mapper().writeValueAsString(hostile);
        assertThat(json)
                .isEqualTo(
                        "\"\\u003c/script>\\u003c!--\\u003cscript>]]>&\\u2028\\u2029\\u0000\u007f\\u0085 \\\"'\\\\ ü "
                                + "\uD83D\uDE00\"");
        assertThat(PageJson.mapper().readValue(json, String.class)).isEqualTo(hostile);
    }
}
