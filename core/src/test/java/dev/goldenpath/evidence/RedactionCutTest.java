package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that have lost their end. */
class RedactionCutTest {
    private static final int PIECE = 6;
    private static final String PASSWORD = "hunter2 \"o'clock\" 4 ever";
    private static final String BASIC = base64("alice:" + PASSWORD + ":staging");
    private static final String JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmVkLWJ5LW5vYm9keQ";
    /** In the order in which they stand in the text, as they are written there. */
    private static final List<String> SECRETS = List.of(
            "hunter2 \\\"o'clock\\\" 4 ever",
            "Tr0ub4dor-field",
            "nested-Tr0ub4dor",
            "outer-Tr0ub4dor",
            "hunter2+%22o%27clock%22+4+ever",
            "Tr0ub4dor-parameter",
            "Tr0ub4dor.bearer",
            "Tr0ub4dor-in-url",
            JWT);

    private static final String TEXT = "{\"note\":\"" + SECRETS.get(0) + "\",\"password\" : \"" + SECRETS.get(1)
            + "\",\"token\":{\"a\":[1,\"" + SECRETS.get(2) + "\"]},\"json\":\"{\\\"secret\\\":\\\"" + SECRETS.get(3)
            + "\\\",\\\"b\\\":1}\",\"form\":\"q=" + SECRETS.get(4) + "&access_token=" + SECRETS.get(5)
            + "&z=1\",\"head\":\"Bearer " + SECRETS.get(6) + ", " + BASIC + "\",\"proxy\":\"http://u:" + SECRETS.get(7)
            + "@proxy:3128/\",\"jwt\":\"" + JWT + "\",\"end\":true}";

    private final Redaction redaction = new Redaction();

    RedactionCutTest() {
        redaction.addValue(PASSWORD);
    }

    @Test
    void noPieceOfASecretIsLeftWhereverTheTextWasCut() {
        List<String> pieces = pieces();
        assertThat(pieces).allMatch(TEXT::contains);
        for (int kept = 0; kept <= TEXT.length(); kept++) {
            for (int limit : new int[] {kept, kept - 1, kept - 10, kept / 2}) {
                String shown = redaction.text(TEXT.substring(0, kept), Math.max(0, limit));
                assertThat(pieces).as("%d of %d: %s", limit, kept, shown).noneMatch(shown::contains);
            }
        }
    }

    @Test
    void noPieceOfASecretIsLeftInAWholeTextThatEndsAnywhereInAField() {
        int from = TEXT.indexOf("Tr0ub4dor-field");
        for (int kept = from; kept <= from + "Tr0ub4dor-field".length(); kept++) {
            assertThat(redaction.text(TEXT.substring(0, kept))).doesNotContain("Tr0ub");
        }
    }

    @Test
    void whatIsShownOfAKeptTextIsTheBeginningOfTheWholeOneMasked() {
        String masked = redaction.text(TEXT);
        for (int limit = 0; limit < TEXT.length(); limit++) {
            assertThat(masked).startsWith(redaction.text(TEXT, limit));
        }
    }

    @Test
    void maskingAgainChangesNothing() {
        String masked = redaction.text(TEXT);
        assertThat(redaction.text(masked)).isSameAs(masked);
        for (int limit = 0; limit < TEXT.length(); limit++) {
            String shown = redaction.text(TEXT, limit);
            assertThat(redaction.text(shown)).isSameAs(shown);
            String cut = redaction.text(TEXT.substring(0, limit), limit);
            assertThat(redaction.text(cut)).isSameAs(cut);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "4  | say xyzzy-plugh now | `say `",
                "5  | say xyzzy-plugh now | say ***",
                "15 | say xyzzy-plugh now | say ***",
                "16 | say xyzzy-plugh now | `say *** `",
                "99 | say xyzzy-plug      | say ***",
                "99 | say xyzzy-plum      | say xyzzy-plum",
                "99 | say x               | say ***",
                "99 | eyJ                 | ***",
                "99 | eyJhbGciOiJIUzI1.e  | ***",
                "99 | eyJhbGciOi.?        | eyJhbGciOi.?",
                "99 | Bearer abc          | Bearer ***",
                "99 | Bearer abc.         | Bearer ***",
                "99 | http://u:p@ss       | http://u:***",
                "99 | /cb?code=DE         | /cb?code=***"
            })
    void aSecretThatBeginsBeforeTheLimitOrRunsIntoTheEndIsMaskedWhole(int limit, String text, String shown) {
        redaction.addValue("xyzzy-plugh");
        assertThat(redaction.text(text, limit)).isEqualTo(shown);
    }

    @Test
    void aTextWithoutSecretsIsOnlyShortened() {
        assertThat(redaction.text("plain words", 5)).isEqualTo("plain");
        String whole = "plain text, ";
        assertThat(redaction.text(whole, 50)).isSameAs(whole);
        assertThat(redaction.text("", 5)).isEmpty();
    }

    private static List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        for (String secret : SECRETS) {
            addPieces(pieces, secret);
        }
        int edge = base64("alice:").length();
        addPieces(pieces, BASIC.substring(edge, edge + base64(PASSWORD).length() - 4));
        return pieces;
    }

    private static void addPieces(List<String> pieces, String secret) {
        for (int i = 0; i + PIECE <= secret.length(); i++) {
            pieces.add(secret.substring(i, i + PIECE));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
