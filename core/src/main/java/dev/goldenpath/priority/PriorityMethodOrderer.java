package dev.goldenpath.priority;

import java.util.Comparator;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/**
 * Runs the most important methods of a class first. Among methods of one priority the order that {@code
 * junit.jupiter.testmethod.order.default} names is kept, or JUnit's own.
 *
 * @since 0.1.0
 */
public final class PriorityMethodOrderer implements MethodOrderer {

    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getConfigurationParameter(MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME)
                .filter(name -> !name.equals(getClass().getName()))
                .or(() -> ConfiguredOrder.inFile(MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME))
                .flatMap(name -> ConfiguredOrder.load(name, MethodOrderer.class, getClass()))
                .ifPresent(configured -> configured.orderMethods(context));
        context.getMethodDescriptors()
                .sort(Comparator.comparingInt(
                        (MethodDescriptor method) -> Importance.rank(context.getTestClass(), method.getMethod())));
    }
}
