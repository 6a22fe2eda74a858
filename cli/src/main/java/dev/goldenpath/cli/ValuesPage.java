package dev.goldenpath.cli;

import dev.goldenpath.environment.Environment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints which environment was chosen, and every value of it with its origin, section by section. */
final class ValuesPage {
    /** A longer value does not push all origins to the right. */
    private static final int WIDEST = 60;

    private final Screen screen;

    ValuesPage(Screen screen) {
        this.screen = screen;
    }

    void print(Environment environment) {
        screen.line(
                Span.of("Environment "),
                Span.strong(environment.name()),
                Span.of(", chosen by " + environment.chosenBy()));
        Map<String, List<ShownValue>> sections = ShownValue.of(environment).stream()
                .collect(Collectors.groupingBy(ShownValue::section, LinkedHashMap::new, Collectors.toList()));
        List<ShownValue> all = sections.values().stream().flatMap(List::stream).toList();
        int names = width(all, ShownValue::name);
        int texts = width(all, ShownValue::text);
        sections.forEach((section, values) -> {
            screen.gap();
            screen.line(Span.strong(section.isEmpty() ? "environments." + environment.name() : section));
            values.forEach(value -> screen.line(
                    Span.of("  " + screen.padded(value.name(), names) + "  " + screen.padded(value.text(), texts)),
                    Span.faint("  " + value.origin())));
        });
    }

    private int width(List<ShownValue> values, Function<ShownValue, String> column) {
        return values.stream()
                .mapToInt(value -> screen.shown(column.apply(value)).length())
                .filter(width -> width <= WIDEST)
                .max()
                .orElse(0);
    }
}
