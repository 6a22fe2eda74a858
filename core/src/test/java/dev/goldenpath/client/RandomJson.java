package dev.goldenpath.client;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents with few names, so that a name often stands twice, and with what is plain and what is not. */
final class RandomJson {
    private static final int DEEPEST = 4;
    private static final List<String> NAMES =
            List.of("type", "type", "a", "a", "b", "c", "", "0", "ty/pe", "é", "types", "typ");
    private static final List<String> SCALARS =
            List.of("\"x\"", "\"started\"", "\"\"", "\"→\"", "\"type\"", "0", "-1", "1.50", "true", "false", "null");
    private static final List<String> RARE =
            List.of("\"a\\\"b\"", "\"\\\\\"", "\"\\u00e9\"", "2e3", "12345678901234567890", "-0");
    private static final List<String> BLANKS = List.of("", "", "", " ", "\n", "\t ", "\r\n");

    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    String document() {
        return blank() + value(0) + blank();
    }

    private String value(int depth) {
        int kind = random.nextInt(depth == 0 ? 8 : 32);
        if (depth == DEEPEST || kind > 9) {
            return any(random.nextInt(20) == 0 ? RARE : SCALARS);
        }
        return kind > 7 ? "[" + items(depth) + "]" : "{" + fields(depth) + "}";
    }

    private String fields(int depth) {
        return several(() -> blank() + "\"" + name() + "\"" + blank() + ":" + blank() + value(depth + 1) + blank());
    }

    private String items(int depth) {
        return several(() -> blank() + value(depth + 1) + blank());
    }

    private String several(Supplier<String> one) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> one.get()).collect(Collectors.joining(","));
    }

    private String name() {
        return random.nextInt(40) == 0 ? "\\u0074ype" : any(NAMES);
    }

    private String blank() {
        return any(BLANKS);
    }

    private String any(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
