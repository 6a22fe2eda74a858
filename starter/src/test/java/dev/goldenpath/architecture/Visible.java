package dev.goldenpath.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;

/** Tells what code outside a package can see. */
final class Visible {
    private Visible() {}

    /** Public, or protected for subclasses, and so is every class around it. */
    static boolean isVisible(JavaClass type) {
        return byModifier(type.getModifiers())
                && type.getEnclosingClass().map(Visible::isVisible).orElse(true);
    }

    static boolean byModifier(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
}
