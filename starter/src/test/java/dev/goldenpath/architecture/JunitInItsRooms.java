package dev.goldenpath.architecture;

import java.util.Set;

/** Only the rooms that adapt JUnit know it, and extensions beside core: tools that read run logs work without. */
final class JunitInItsRooms implements Rule {
    private static final Set<String> ROOMS = Set.of("priority", "jupiter");

    @Override
    public Ruling ruleOn(House house) {
        return Ruling.onEach(
                house.stream()
                        .filter(type -> !ROOMS.contains(house.roomOf(type)))
                        .filter(type -> !ExtensionsBesideCore.include(house, type)),
                type -> House.importsOf(type).stream()
                        .filter(target -> target.getName().startsWith("org.junit.")
                                || target.getName().startsWith("org.opentest4j."))
                        .map(target -> type.getName() + " imports " + target.getName() + "; only "
                                + String.join(" and ", ROOMS.stream().sorted().toList()) + " may know JUnit"));
    }
}
