package dev.goldenpath.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;

/** Nothing static changes, save the one session of a run. */
final class NoStaticState implements Rule {
    @Override
    public Ruling ruleOn(House house) {
        return Ruling.onEach(
                house.stream().filter(type -> !isSession(house, type)),
                type -> type.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                                && !field.getModifiers().contains(JavaModifier.FINAL))
                        .map(field -> field.getFullName() + " is static and not final"));
    }

    private static boolean isSession(House house, JavaClass type) {
        return type.getName().equals(house.base() + ".jupiter.RunSession");
    }
}
