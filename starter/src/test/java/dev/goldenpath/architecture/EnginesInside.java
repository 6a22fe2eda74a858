package dev.goldenpath.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What others can see of a class shows types of the JDK, JUnit, AssertJ and this project only. So HttpClient, Tyrus,
 * Nimbus, Jackson and snakeyaml stay replaceable.
 */
final class EnginesInside implements Rule {
    private static final List<String> SHOWABLE = List.of("java.", "javax.net.", "jdk.", "org.junit.", "org.assertj.");

    @Override
    public Ruling ruleOn(House house) {
        return Ruling.onEach(
                house.stream().filter(Visible::isVisible),
                type -> Stream.concat(
                        engines(house, ofDeclaration(type)).map(engine -> type.getName() + " shows " + engine),
                        shown(house, type)
                                .flatMap(member -> engines(house, ofMember(member))
                                        .map(engine -> member.getFullName() + " shows " + engine))));
    }

    /** The members that callers and subclasses see, also those that come from a hidden superclass. */
    private static Stream<JavaMember> shown(House house, JavaClass type) {
        Stream<JavaClass> hidden = Stream.concat(
                        type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .filter(house::contains)
                .filter(above -> !Visible.isVisible(above));
        return Stream.concat(Stream.of(type), hidden)
                .flatMap(declaring -> declaring.getMembers().stream())
                .filter(member -> Visible.byModifier(member.getModifiers()))
                .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static Stream<JavaType> ofDeclaration(JavaClass type) {
        return Stream.of(type.getSuperclass().stream(), type.getInterfaces().stream(), bounds(type.getTypeParameters()))
                .flatMap(types -> types);
    }

    private static Stream<JavaType> ofMember(JavaMember member) {
        if (!(member instanceof JavaCodeUnit code)) {
            return Stream.of(((JavaField) member).getType());
        }
        return Stream.of(
                        Stream.of(code.getReturnType()),
                        code.getParameterTypes().stream(),
                        code.getThrowsClause().getTypes().stream(),
                        bounds(code.getTypeParameters()))
                .flatMap(types -> types);
    }

    private static Stream<JavaType> bounds(List<? extends JavaTypeVariable<?>> variables) {
        return variables.stream().flatMap(variable -> variable.getBounds().stream());
    }

    private static Stream<String> engines(House house, Stream<? extends JavaType> types) {
        return types.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .filter(type -> !type.isPrimitive() && !house.contains(type))
                .map(JavaClass::getName)
                .filter(name -> SHOWABLE.stream().noneMatch(name::startsWith));
    }
}
