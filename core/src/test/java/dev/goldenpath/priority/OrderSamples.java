package dev.goldenpath.priority;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Small test classes that {@link PriorityOrderTest} runs, and the orders a project may have asked for. */
final class OrderSamples {
    private OrderSamples() {}

    /** A project's own order of classes: from Z to A. */
    static final class ClassesFromZ implements ClassOrderer {
        @Override
        public void orderClasses(ClassOrdererContext context) {
            context.getClassDescriptors()
                    .sort(Comparator.comparing((ClassDescriptor type) ->
                                    type.getTestClass().getSimpleName())
                            .reversed());
        }
    }

    /** A project's own order of methods: from Z to A. */
    static final class MethodsFromZ implements MethodOrderer {
        @Override
        public void orderMethods(MethodOrdererContext context) {
            context.getMethodDescriptors()
                    .sort(Comparator.comparing((MethodDescriptor method) ->
                                    method.getMethod().getName())
                            .reversed());
        }
    }

    @TestMethodOrder(PriorityMethodOrderer.class)
    @P3
    static class Methods {
        @Test
        void aOfClass() {}

        @Test
        @P6
        void b6() {}

        @Test
        @P1
        void c1() {}

        @Test
        void dOfClass() {}

        @Test
        @P1
        void e1() {}
    }

    static class APlain {
        @Test
        void test() {}
    }

    @P2
    static class BTwo {
        @Test
        void test() {}
    }

    @P5
    static class CMethodOne {
        @Test
        void five() {}

        @P1
        void noTest() {}

        @Test
        @P1
        void one() {}
    }

    static class DNestedTwo {
        @Nested
        class Inner {
            @Test
            @P2
            void test() {}
        }
    }

    static class EPlain {
        @Test
        void test() {}
    }
}
