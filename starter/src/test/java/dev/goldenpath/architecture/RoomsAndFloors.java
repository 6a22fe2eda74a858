package dev.goldenpath.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every class of core lies in a known room, and a room imports rooms on lower floors only. */
final class RoomsAndFloors implements Rule {
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("evidence", 0),
            Map.entry("priority", 0),
            Map.entry("environment", 1),
            Map.entry("client", 2),
            Map.entry("launch", 3),
            Map.entry("http", 3),
            Map.entry("policy", 3),
            Map.entry("witness", 3),
            Map.entry("readiness", 4),
            Map.entry("users", 4),
            Map.entry("verdict", 4),
            Map.entry("cause", 5),
            Map.entry("runlog", 5),
            Map.entry("history", 6),
            Map.entry("compare", 6),
            Map.entry("report", 7),
            Map.entry("jupiter", 8));

    static Set<String> rooms() {
        return FLOORS.keySet();
    }

    @Override
    public Ruling ruleOn(House house) {
        return Ruling.onEach(
                house.stream().filter(type -> !ArtifactsApart.rooms().contains(house.roomOf(type))),
                type -> breaches(house, type));
    }

    private static Stream<String> breaches(House house, JavaClass type) {
        Integer floor = FLOORS.get(house.roomOf(type));
        if (floor == null) {
            return Stream.of(type.getName() + " lies in '" + house.roomOf(type) + "', which is no room. Rooms: "
                    + String.join(", ", new TreeSet<>(rooms())));
        }
        return house.otherRoomsImportedBy(type)
                .filter(target -> FLOORS.getOrDefault(house.roomOf(target), Integer.MAX_VALUE) >= floor)
                .map(target -> type.getName() + " on floor " + floor + " imports " + target.getName()
                        + where(FLOORS.get(house.roomOf(target))));
    }

    private static String where(@Nullable Integer floor) {
        return floor == null ? ", which is in no room of core" : " on floor " + floor;
    }
}
