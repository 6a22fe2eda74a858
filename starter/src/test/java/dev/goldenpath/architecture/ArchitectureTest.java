package dev.goldenpath.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this project ships keeps the rules of its house; {@link BreachTest} shows that each rule can fail. */
class ArchitectureTest {
    private static final House HOUSE = House.real();

    static Stream<Named<Rule>> rules() {
        return Stream.of(
                        new RoomsAndFloors(),
                        new NoCycles(),
                        new ArtifactsApart(),
                        new JunitInItsRooms(),
                        new EnginesInside(),
                        new NullMarkedPackages(),
                        new TellingNames(),
                        new NoStaticState())
                .map(rule -> Named.of(rule.getClass().getSimpleName(), rule));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeepsTheRule(Rule rule) {
        Ruling ruling = rule.ruleOn(HOUSE);

        assertThat(ruling.seen()).isPositive();
        assertThat(ruling.breaches()).isEmpty();
    }

    @Test
    void everyKnownRoomIsThere() {
        Set<String> known = new TreeSet<>(RoomsAndFloors.rooms());
        known.addAll(ArtifactsApart.rooms());

        Set<String> there = HOUSE.stream().map(HOUSE::roomOf).collect(Collectors.toSet());

        assertThat(there).containsExactlyInAnyOrderElementsOf(known);
    }
}
