package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets by the name of the field or parameter that holds them. */
class RedactionByNameTest {
    private final Redaction redaction = new Redaction();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"password\":\"x\",\"a\":1}     | {\"password\":\"***\",\"a\":1}",
                "{\"Access_Token\" : \"x\"}       | {\"Access_Token\" : \"***\"}",
                "{\"token\":12345}                | {\"token\":\"***\"}",
                "{\"secret\":null}                | {\"secret\":\"***\"}",
                "{\"api_key\":\"a\\\"b\",\"c\":1} | {\"api_key\":\"***\",\"c\":1}",
                "{\"device_secret\":\"x\"}        | {\"device_secret\":\"***\"}",
                "{\"apikey\":\"x\"}                 | {\"apikey\":\"***\"}",
                "{\"clientSecret\":\"x\"}           | {\"clientSecret\":\"***\"}",
                "{\"id-token\":\"x\"}               | {\"id-token\":\"***\"}",
                "{\"passwordHint\":\"cat\"}       | {\"passwordHint\":\"cat\"}",
                "{\"my_token\":\"cat\"}           | {\"my_token\":\"cat\"}",
                "{\"PASS_WORD\":\"\",\"a\":1}    | {\"PASS_WORD\":\"***\",\"a\":1}",
                "{\"token\" :\t-1.5e+3}        | {\"token\" :\t\"***\"}",
                "{\"token\":{\"a\":\"}\"},\"b\":1} | {\"token\":\"***\",\"b\":1}",
                "{\"token\":[[1],\"\\\"]\"],\"b\":1} | {\"token\":\"***\",\"b\":1}",
                "{\"token\":{},\"secret\":[]} | {\"token\":\"***\",\"secret\":\"***\"}",
                "{\"token\":\"a\\\\\",\"b\":1} | {\"token\":\"***\",\"b\":1}",
                "{\"a\\\"token\":\"cat\"}       | {\"a\\\"token\":\"cat\"}",
                "{\"note\":\"token\"}             | {\"note\":\"token\"}"
            })
    void secretJsonFieldsAreMasked(String written, String masked) {
        assertThat(redaction.text(written)).isEqualTo(masked);
        assertThat(redaction.text(masked)).isSameAs(masked);
    }

    @Test
    void aSecretFieldIsMaskedInABodyThatWasCutInTheMiddleOfIt() {
        assertThat(redaction.text("{\"id\":1,\"refresh_token\":\"eyJhbGci"))
                .isEqualTo("{\"id\":1,\"refresh_token\":\"***\"");
    }

    @Test
    void aSecretFieldOfAnyLengthIsMasked() {
        String token = "a\\\"".repeat(100_000);
        assertThat(redaction.text("{\"token\":\"" + token + "\"}")).isEqualTo("{\"token\":\"***\"}");
    }

    @Test
    void anAddedFieldIsMaskedFromThenOn() {
        assertThat(redaction.text("{\"pin\":\"1234\"}")).isEqualTo("{\"pin\":\"1234\"}");
        redaction.addField("PIN");
        assertThat(redaction.text("{\"pin\":\"1234\"}")).isEqualTo("{\"pin\":\"***\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/login?next=%2Fcb%3Ftoken%3Dabc              | /login?next=%2Fcb%3Ftoken%3D***",
                "/login?next=%2Fcb%3ftoken%3dabc%26a%3D1      | /login?next=%2Fcb%3ftoken%3d***%26a%3D1",
                "/login?next=%2Fcb%3Fa%3D1%26token%3Da%252Bb&c=1 | /login?next=%2Fcb%3Fa%3D1%26token%3D***&c=1",
                "/a?b=%252Fc%253Faccess_token%253Dabc%2526d   | /a?b=%252Fc%253Faccess_token%253D***%2526d",
                "token%3Dabc%20def                            | token%3D***%20def",
                "/login?next=%2Fcb%3Fmytoken%3Dabc            | /login?next=%2Fcb%3Fmytoken%3Dabc",
                "/login?next=%2Fcb%3Ftoken%3D&a=1             | /login?next=%2Fcb%3Ftoken%3D&a=1",
                "/a?f=%7B%22token%22%3A%22a%5C%22b%22%2C%22c%22%3A1%7D | /a?f=%7B%22token%22%3A%22***%22%2C%22c%22%3A1%7D",
                "/a?f=%7B%22token%22%3A%20123%7D&c=1          | /a?f=%7B%22token%22%3A%20***%7D&c=1",
                "/a?f=%7B%22mytoken%22%3A%22abc%22%7D         | /a?f=%7B%22mytoken%22%3A%22abc%22%7D",
                "100%                                         | 100%",
                "50%3D                                        | 50%3D"
            })
    void secretParametersAreMaskedInAnEncodedAddressToo(String written, String masked) {
        assertThat(redaction.text(written)).isEqualTo(masked);
        assertThat(redaction.text(masked)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"token\":\"a\\\"b\\\\\",\"to\":[true]}",
                "{\"id\":1,\"token\":12,\"to\":[true]}",
                "{\"id\":1,\"token\":{\"a\":[\"}\\\"\"]},\"to\":[true]}",
                "{\"id\":1,\"token\":[\"]\",{}],\"to\":[true]}"
            })
    void aSecretFieldIsMaskedInJsonThatIsAStringAtAnyDepth(String json) {
        String written = json;
        String masked = "{\"id\":1,\"token\":\"***\",\"to\":[true]}";
        for (int depth = 0; depth < 4; depth++) {
            assertThat(redaction.text(written)).isEqualTo(masked);
            written = "{\"text\":\"" + escaped(written) + "\",\"n\":1}";
            masked = "{\"text\":\"" + escaped(masked) + "\",\"n\":1}";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\"abc", "\\\"", "{\\\"a\\\":[\\\"x", "123", "{"})
    void aSecretFieldEndsWithTheStringAroundIt(String value) {
        assertThat(redaction.text("{\"text\":\"{\\\"token\\\":" + value + "\",\"n\":1}"))
                .isEqualTo("{\"text\":\"{\\\"token\\\":\\\"***\\\"\",\"n\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "{\"a\":[\"b\"", "[1,2", "\"a", "\"ab\\", "12"})
    void aSecretFieldThatTheEndOfTheTextCutOffIsMaskedToTheEnd(String value) {
        assertThat(redaction.text("{\"token\":" + value)).isEqualTo("{\"token\":\"***\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "token=abc                          | token=***",
                "grant_type=x&Client-Secret=a%20b&c=d | grant_type=x&Client-Secret=***&c=d",
                "/cb?access_token=abc#top           | /cb?access_token=***#top",
                "/cb#a=b&id_token=abc;c=d           | /cb#a=b&id_token=***;c=d",
                "see <http://h/?sig=a%2Fb>          | see <http://h/?sig=***>",
                "GET \"/a?X-Amz-Signature=abc\" 403 | GET \"/a?X-Amz-Signature=***\" 403",
                "{\"to\":\"/a?b=c&token=abc\"}    | {\"to\":\"/a?b=c&token=***\"}",
                "{\"to\":\"{\\\"u\\\":\\\"?token=abc\\\"}\"} | {\"to\":\"{\\\"u\\\":\\\"?token=***\\\"}\"}",
                "{\"to\":\"?token=abc\\u0026b=c\"} | {\"to\":\"?token=***\\u0026b=c\"}",
                "User[name=alice, password=abc def] | User[name=alice, password=*** def]",
                "spring.datasource.password=abc     | spring.datasource.password=***",
                "user[password]=abc&a=b             | user[password]=***&a=b",
                "user%5Bpass%77ord%5D=abc&a=b       | user%5Bpass%77ord%5D=***&a=b",
                "access%5ftoken=abc                 | access%5ftoken=***",
                "token=&a=b                         | token=&a=b",
                "my_token=cat&tokens=3&%=1&%zz=2    | my_token=cat&tokens=3&%=1&%zz=2",
                "/cb?code=abc&state=xyz             | /cb?code=***&state=xyz",
                "/cb?state=xyz&code=abc             | /cb?state=xyz&code=***",
                "grant_type=authorization_code&code=abc | grant_type=authorization_code&code=***",
                "/countries?code=DE                 | /countries?code=DE",
                "/cb?code=7 and state=ok            | /cb?code=7 and state=ok",
                "{\"sig\":\"cat\",\"code\":7}    | {\"sig\":\"cat\",\"code\":7}"
            })
    void secretParametersAreMaskedWhereverTheyStand(String written, String masked) {
        assertThat(redaction.text(written)).isEqualTo(masked);
        assertThat(redaction.text(masked)).isSameAs(masked);
    }

    @Test
    void anAddedFieldIsMaskedAsAParameterToo() {
        redaction.addField("seat-code");
        redaction.addField("code");
        redaction.addField("-");
        assertThat(redaction.text("seatCode=1&seat_code=2&code=3&=4"))
                .isEqualTo("seatCode=***&seat_code=***&code=***&=4");
    }

    @Test
    void aNameThatIsItselfAKnownValueStillGuardsItsField() {
        redaction.addValue("password");
        assertThat(redaction.text("{\"password\":\"hunter2\"} password=hunter2"))
                .isEqualTo("{\"***\":\"***\"} ***=***");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
