package dev.goldenpath.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A place tells of every text what the whole document, once parsed, tells. */
class JsonPlaceTest {
    private static final List<String> POINTERS =
            List.of("", "/", "/type", "/a", "/a/type", "/a/a", "/0", "/a/0/type", "/ty~1pe", "/é");
    private static final int GENERATED = 1_000;

    @Test
    void findsATextAnywhereInADocument() {
        JsonPlace place = new JsonPlace("/event/type");

        assertThat(place.in("{\"event\":{\"type\":\"started\"}}")).contains("started");
        assertThat(place.in(" { \"id\" : -1.5 , \"event\" : { \"x\" : [ 1 , {} ] , \"type\" : \"done →\" } } "))
                .contains("done →");
        assertThat(place.in("{\"event\":{}}")).isEmpty();
        assertThat(place.in("{\"event\":{\"type\":\"started\"}")).isEmpty();
    }

    @Test
    void tellsItsPointer() {
        assertThat(new JsonPlace("/a~1b/0")).hasToString("/a~1b/0");
    }

    @Test
    void refusesWhatIsNoPointer() {
        assertThatThrownBy(() -> new JsonPlace("type")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"text\"",
                "\"text\" x",
                "12",
                "null",
                "[\"a\"]",
                "{}",
                "{",
                "{} {}",
                "{\"type\":\"\"}",
                "{\"type\":\"x\",}",
                "{,\"type\":\"x\"}",
                "{\"type\" \"x\"}",
                "{\"type\":\"x\" \"a\":1}",
                "{type:\"x\"}",
                "{'type':'x'}",
                "{\"type\":\"x\"}\u0000",
                "\u0000{\"type\":\"x\"}",
                "\uFEFF{\"type\":\"x\"}",
                "{\"type\":\"a\tb\"}",
                "{\"type\":\"a\\tb\"}",
                "{\"\\u0074ype\":\"x\"}",
                "{\"type\":\"first\",\"\\u0074ype\":\"last\"}",
                "{\"type\":\"first\",\"type\":\"last\"}",
                "{\"type\":\"first\",\"type\":null}",
                "{\"a\":{\"type\":\"first\"},\"a\":{}}",
                "{\"a\":{\"type\":\"first\"},\"a\":1}",
                "{\"b\":{\"type\":\"x\",\"type\":\"y\"},\"type\":\"z\"}",
                "{\"type\":1}",
                "{\"type\":1.0}",
                "{\"type\":1e2}",
                "{\"type\":null}",
                "{\"type\":true}",
                "{\"type\":{\"type\":\"x\"}}",
                "{\"type\":[\"x\"]}",
                "{\"a\":\"x\"}",
                "{\"a\":[{\"type\":\"x\"}]}",
                "[{\"type\":\"x\"}]",
                "{\"0\":\"x\"}",
                "{\"ty/pe\":\"x\"}",
                "{\"\":\"x\"}",
                "{\"é\":\"→\"}",
                "{\"type\":\"\uD83D\"}",
                "{\"type\":\"\uD83D\uDE00\"}",
                "{\"n\":-,\"type\":\"x\"}",
                "{\"n\":-0,\"type\":\"x\"}",
                "{\"n\":01,\"type\":\"x\"}",
                "{\"n\":1.,\"type\":\"x\"}",
                "{\"n\":.5,\"type\":\"x\"}",
                "{\"n\":+1,\"type\":\"x\"}",
                "{\"n\":1e5,\"type\":\"x\"}",
                "{\"n\":1e,\"type\":\"x\"}",
                "{\"n\":1a,\"type\":\"x\"}",
                "{\"n\":NaN,\"type\":\"x\"}",
                "{\"n\":123456789012345678901234567890,\"type\":\"x\"}",
                "{\"n\":tru,\"type\":\"x\"}",
                "{\"n\":trueish,\"type\":\"x\"}",
                "{\"n\":True,\"type\":\"x\"}",
                "{\"n\":[1,],\"type\":\"x\"}",
                "{\"n\":[1 2],\"type\":\"x\"}",
                "{\"n\":[1},\"type\":\"x\"}",
                "{\"type\":\"x\"/**/}",
                "{\"type\":\"x\"\u00A0}",
                "{\"type\":\"x\"\u000B}"
            })
    void tellsOfAnyTextWhatTheParsedDocumentTells(String text) {
        assertSameEverywhere(text);
    }

    @Test
    void tellsTheSameOfTheDeepTheLongAndTheLarge() {
        for (int depth : new int[] {31, 32, 33, 40, 1_001}) {
            assertSameEverywhere("{\"n\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"type\":\"x\"}");
            assertSameEverywhere("{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
        }
        for (int length : new int[] {1_000, 32 * 1024, 60_000}) {
            assertSameEverywhere("{\"type\":\"" + "x".repeat(length) + "\"}");
            assertSameEverywhere("{\"type\":\"x\",\"" + "y".repeat(length) + "\":1}");
            assertSameEverywhere("{\"type\":\"x\",\"n\":" + "1".repeat(length) + "}");
        }
    }

    @Test
    void tellsTheSameOfGeneratedDocumentsWholeAndDamaged() {
        Random random = new Random(7);
        int plain = 0;
        int found = 0;
        for (int i = 0; i < GENERATED; i++) {
            String document = new RandomJson(random).document();
            assertSameEverywhere(document);
            int at = random.nextInt(document.length());
            assertSameEverywhere(document.substring(0, at));
            assertSameEverywhere(document.substring(0, at) + document.substring(at + 1));
            PlainJson reader = new PlainJson(document, List.of("type"));
            plain += reader.read() ? 1 : 0;
            found += reader.found() == null ? 0 : 1;
        }
        // Else this would compare what takes over with itself.
        assertThat(plain).isBetween(GENERATED / 4, GENERATED * 3 / 4);
        assertThat(found).isGreaterThan(GENERATED / 20);
    }

    private static void assertSameEverywhere(String text) {
        for (String pointer : POINTERS) {
            assertThat(new JsonPlace(pointer).in(text))
                    .as("%s of %s", pointer, text.length() > 200 ? text.length() + " characters" : text)
                    .isEqualTo(parsed(text, pointer));
        }
    }

    private static Optional<String> parsed(String text, String pointer) {
        try {
            return JsonText.parse(text).at(pointer).map(Object::toString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
