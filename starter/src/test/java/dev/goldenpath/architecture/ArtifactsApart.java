package dev.goldenpath.architecture;

import java.util.Set;

/** The artifacts beside core use it below its JUnit side, but for their own extensions, and never each other. */
final class ArtifactsApart implements Rule {
    private static final Set<String> ROOMS = Set.of("websocket", "auth");
    private static final String JUNIT_SIDE = "jupiter";

    static Set<String> rooms() {
        return ROOMS;
    }

    @Override
    public Ruling ruleOn(House house) {
        return Ruling.onEach(
                house.in(ROOMS),
                type -> house.otherRoomsImportedBy(type)
                        .filter(target -> {
                            String room = house.roomOf(target);
                            return room.equals(JUNIT_SIDE) && !ExtensionsBesideCore.include(house, type)
                                    || !RoomsAndFloors.rooms().contains(room);
                        })
                        .map(target -> type.getName() + " imports " + target.getName()
                                + "; it may import core alone, and nothing of '" + JUNIT_SIDE + "'"));
    }
}
