package dev.goldenpath.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.evidence.Canary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private static final JsonText JSON = JsonText.parse("{\"a\":{\"b/c\":[1,9000000000,2.5,\"x\",true,null]}}");

    private record Point(int x, int y) {}

    @Test
    void aCanaryIsWrittenAsItsText() {
        Canary canary = Canary.create();

        assertThat(JsonText.write(Map.of("text", canary))).isEqualTo("{\"text\":\"" + canary + "\"}");
    }

    @Test
    void readsPlainValuesByPointer() {
        assertThat(JSON.at("/a/b~1c/0")).contains(1);
        assertThat(JSON.at("/a/b~1c/1")).contains(9_000_000_000L);
        assertThat(JSON.at("/a/b~1c/2")).contains(2.5);
        assertThat(JSON.at("/a/b~1c/3")).contains("x");
        assertThat(JSON.at("/a/b~1c/4")).contains(true);
        assertThat(JSON.at("/a/b~1c/5")).isEmpty();
        assertThat(JSON.at("/a/b~1c/6")).isEmpty();
        assertThat(JsonText.parse("[1]").at("")).contains(List.of(1));
    }

    @Test
    void readsRecordsAndIgnoresWhatTheyDoNotName() {
        assertThat(JsonText.parse("{\"p\":{\"x\":1,\"y\":2,\"z\":3}}").at("/p", Point.class))
                .contains(new Point(1, 2));
    }

    @Test
    void writesRecords() {
        assertThat(JsonText.write(new Point(1, 2))).isEqualTo("{\"x\":1,\"y\":2}");
    }

    @Test
    void writesTextsAtTheirPointers() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("/email", "a@b");
        texts.put("/secret/password", "\"");
        texts.put("/secret/hint", "none");
        assertThat(JsonText.object(texts))
                .isEqualTo("{\"email\":\"a@b\",\"secret\":{\"password\":\"\\\"\",\"hint\":\"none\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":1} x", "a", "[1,]"})
    void refusesWhatIsNotExactlyOneValue(String text) {
        assertThatThrownBy(() -> JsonText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not JSON, ");
    }

    @Test
    void refusesAValueOfAnotherType() {
        assertThatThrownBy(() -> JSON.at("/a", Integer.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no Integer: what stands at '/a' is no Integer");
    }

    @Test
    void aMisfitIsToldByItsPlaceAndNotByItsValue() {
        JsonText orders = JsonText.parse("{\"orders\":[{\"pin\":\"hunter2\"}]}");
        assertThatThrownBy(() -> orders.at("/orders", Order[].class))
                .hasMessage("no Order[]: what stands at '/orders/0/pin' is no int")
                .hasNoCause();
        assertThatThrownBy(() -> JsonText.parse("{\"pin\":13}").at("", Order.class))
                .hasMessageStartingWith("no Order: what stands at ''")
                .hasNoCause();
    }

    private record Order(int pin) {
        private Order {
            if (pin == 13) {
                throw new IllegalArgumentException("an unlucky pin");
            }
        }
    }

    @Test
    void refusesWhatCannotBeWritten() {
        Object nothing = new Object();
        assertThatThrownBy(() -> JsonText.write(nothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("java.lang.Object can't be written as JSON: ");
    }

    @Test
    void aMessageDoesNotQuoteTheSource() {
        assertThatThrownBy(() -> JsonText.parse("{\"password\":\"hunter2\" oops"))
                .hasMessage("not JSON, see line 1, column 23")
                .hasNoCause();
    }
}
