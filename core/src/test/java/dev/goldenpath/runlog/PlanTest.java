package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanTest {
    private static final String C = "[engine:junit-jupiter]/[class:C]";
    private static final String T = "[engine:junit-jupiter]/[class-template:T]";

    static Stream<Arguments> plans() {
        return Stream.of(
                row("plain tests stay", List.of(C + "/[method:b()]", C + "/[method:a()]"), List.of(0, 1)),
                row("a template without invocations stays", List.of(C + "/[test-template:m()]"), List.of(0)),
                row(
                        "a template gives way to its invocations",
                        List.of(
                                C + "/[test-template:m()]",
                                C + "/[method:a()]",
                                C + "/[test-template:m()]/[test-template-invocation:#1]",
                                C + "/[test-template:m()]/[test-template-invocation:#2]"),
                        List.of(1, 2, 3)),
                row(
                        "one of two templates is invoked",
                        List.of(
                                C + "/[test-template:m()]",
                                C + "/[test-template:mm()]",
                                C + "/[test-template:mm()]/[test-template-invocation:#1]"),
                        List.of(0, 2)),
                row(
                        "a factory gives way to its dynamic tests",
                        List.of(C + "/[test-factory:f()]", C + "/[test-factory:f()]/[dynamic-test:#1]"),
                        List.of(1)),
                row(
                        "nested dynamic containers give way to what is in them",
                        List.of(
                                C + "/[test-factory:f()]",
                                C + "/[test-factory:f()]/[dynamic-container:#1]",
                                C + "/[test-factory:f()]/[dynamic-container:#1]/[dynamic-container:#1]",
                                C
                                        + "/[test-factory:f()]/[dynamic-container:#1]/[dynamic-container:#1]/[dynamic-test:#1]",
                                C + "/[test-factory:f()]/[dynamic-test:#2]"),
                        List.of(3, 4)),
                row(
                        "the tests of a class template give way to those of its invocations",
                        List.of(
                                T + "/[method:m()]",
                                T + "/[method:never()]",
                                T + "/[class-template-invocation:#1]/[method:m()]",
                                T + "/[class-template-invocation:#2]/[method:m()]"),
                        List.of(1, 2, 3)),
                row(
                        "a template inside a class template gives way to the invocations of both",
                        List.of(
                                T + "/[test-template:m()]",
                                T + "/[class-template-invocation:#1]/[test-template:m()]",
                                T
                                        + "/[class-template-invocation:#1]/[test-template:m()]/[test-template-invocation:#1]"),
                        List.of(2)),
                row(
                        "a class that failed behind its tests stays beside them",
                        List.of(C + "/[method:a()]", C, C + "/[nested-class:N]/[method:a()]", C + "/[nested-class:N]"),
                        List.of(0, 1, 2, 3)),
                row(
                        "a slash in a name separates nothing",
                        List.of(C + "/[method:a%2F()]", C + "/[method:a]"),
                        List.of(0, 1)));
    }

    private static Arguments row(String name, List<String> planned, List<Integer> left) {
        return Arguments.of(name, planned, left.stream().map(planned::get).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void countsWhatReplacesAndNotWhatIsReplaced(String name, List<String> planned, List<String> effective) {
        assertThat(Plan.effective(planned, id -> id.equals(C) || id.equals(C + "/[nested-class:N]")))
                .as(name)
                .containsExactlyElementsOf(effective);
    }

    @Test
    void aFactoryThatBrokeBehindItsFirstTestStaysBesideIt() {
        String factory = C + "/[test-factory:f()]";
        List<String> planned = List.of(factory, factory + "/[dynamic-test:#1]");

        assertThat(Plan.effective(planned, factory::equals)).containsExactlyElementsOf(planned);
    }
}
