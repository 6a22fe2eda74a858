package dev.goldenpath.priority;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportanceTest {

    @P1(protects = "money")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Critical {}

    @Critical
    @Retention(RetentionPolicy.RUNTIME)
    @interface VeryCritical {}

    @P3(protects = {"chat", "billing"})
    static class Annotated {
        @P5
        void own() {}

        @VeryCritical
        void meta() {}

        void none() {}

        @P2
        @P4
        void both() {}

        class Inner {
            class Innermost {}
        }

        @P6
        class Other {}
    }

    static class Sub extends Annotated {}

    @P4
    interface Contract {}

    interface SubContract extends Contract {}

    static class Implementing implements SubContract {}

    static class SubOfBoth extends Annotated implements Contract {}

    @P1
    static class P1Class {}

    @P2
    static class P2Class {}

    @P3
    static class P3Class {}

    @P4
    static class P4Class {}

    @P5
    static class P5Class {}

    @P6
    static class P6Class {}

    static class Plain {
        void method() {}
    }

    @Test
    void aMethodsOwnComesFirst() {
        assertThat(of(Annotated.class, "own")).contains(new Importance(Priority.P5, List.of(), null));
    }

    @Test
    void anAnnotationThatCarriesOneCountsLikeIt() {
        assertThat(of(Annotated.class, "meta")).contains(new Importance(Priority.P1, List.of("money"), null));
    }

    @Test
    void thatOfItsClassComesNext() {
        Optional<Importance> ofClass = Optional.of(new Importance(Priority.P3, List.of("chat", "billing"), null));
        assertThat(of(Annotated.class, "none")).isEqualTo(ofClass);
        assertThat(Importance.of(List.of(Annotated.class), null)).isEqualTo(ofClass);
    }

    @Test
    void thenThatOfSupertypes() {
        assertThat(priority(Sub.class)).contains(Priority.P3);
        assertThat(priority(Implementing.class)).contains(Priority.P4);
        assertThat(priority(SubOfBoth.class)).contains(Priority.P3);
    }

    @Test
    void thenThatOfTheClassesAround() {
        assertThat(priority(Annotated.Inner.Innermost.class)).contains(Priority.P3);
        assertThat(priority(Annotated.Other.class)).contains(Priority.P6);
    }

    @Test
    void aTestMayHaveNone() throws Exception {
        assertThat(Importance.of(List.of(Plain.class), Plain.class.getDeclaredMethod("method")))
                .isEmpty();
        assertThat(Importance.rank(Plain.class, null)).isEqualTo(Importance.LAST);
    }

    @Test
    void twoOnOneElementAreAConflict() {
        Importance both = of(Annotated.class, "both").orElseThrow();
        assertThat(both.priority()).isEqualTo(Priority.P2);
        assertThat(both.conflict())
                .isEqualTo("void dev.goldenpath.priority.ImportanceTest$Annotated.both() has more than one priority:"
                        + " [P2, P4]. Keep one.");
    }

    @ParameterizedTest
    @ValueSource(classes = {P1Class.class, P2Class.class, P3Class.class, P4Class.class, P5Class.class, P6Class.class})
    void everyPriorityHasItsAnnotationAndRank(Class<?> type) {
        Priority priority = priority(type).orElseThrow();
        assertThat(type.getSimpleName()).startsWith(priority.name());
        assertThat(Importance.rank(type, null)).isEqualTo(priority.level());
    }

    private static Optional<Priority> priority(Class<?> type) {
        return Importance.of(Importance.aroundInSource(type), null).map(Importance::priority);
    }

    private static Optional<Importance> of(Class<?> type, String method) {
        for (Method candidate : type.getDeclaredMethods()) {
            if (candidate.getName().equals(method)) {
                return Importance.of(Importance.aroundInSource(type), candidate);
            }
        }
        throw new AssertionError("no method " + method);
    }
}
