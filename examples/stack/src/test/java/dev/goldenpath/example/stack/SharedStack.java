package dev.goldenpath.example.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one stack that all of them share, and one with faults, each started for the first test that asks for it and
 * stopped after the last test.
 */
final class SharedStack implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedStack.class);

    private record Resource(AutoCloseable stack) implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() throws Exception {
            stack.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LaunchedStack.class || type == FaultyStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(parameter.getParameter().getType(), SharedStack::start, Resource.class)
                .stack();
    }

    private static Resource start(Class<?> type) {
        try {
            return new Resource(
                    type == FaultyStack.class
                            ? FaultyStack.start()
                            : LaunchedStack.start(Map.of(), "--revision", "under-test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
