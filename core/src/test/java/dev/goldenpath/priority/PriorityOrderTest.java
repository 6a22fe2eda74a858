package dev.goldenpath.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class PriorityOrderTest {
    private static final Class<?>[] CLASSES = {
        OrderSamples.APlain.class,
        OrderSamples.BTwo.class,
        OrderSamples.CMethodOne.class,
        OrderSamples.DNestedTwo.class,
        OrderSamples.EPlain.class
    };

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @TempDir
    private Path folder;

    @AfterEach
    void restoreClassLoader() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void theMostImportantMethodsRunFirst() {
        List<String> methods = methods(Map.of());
        assertThat(methods.subList(0, 2)).containsExactlyInAnyOrder("c1", "e1");
        assertThat(methods.subList(2, 4)).containsExactlyInAnyOrder("aOfClass", "dOfClass");
        assertThat(methods.subList(4, 5)).containsExactly("b6");
    }

    @Test
    void aProjectsOrderOfMethodsIsKeptWithinAPriority() {
        assertThat(methods(
                        Map.of(MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME, OrderSamples.MethodsFromZ.class.getName())))
                .containsExactly("e1", "c1", "dOfClass", "aOfClass", "b6");
    }

    @Test
    void ourOwnOrderOfMethodsMayBeTheProjectsToo() {
        assertThat(methods(Map.of(MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME, PriorityMethodOrderer.class.getName())))
                .hasSize(5)
                .endsWith("b6");
    }

    @Test
    void theClassesWithTheMostImportantTestsRunFirst() {
        assertThat(classes()).containsExactly("CMethodOne", "BTwo", "DNestedTwo", "APlain", "EPlain");
    }

    @Test
    void theOrderOfClassesInAProjectsFileIsKeptWithinAPriority() throws Exception {
        Files.writeString(
                folder.resolve("junit-platform.properties"),
                ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME + " = " + OrderSamples.ClassesFromZ.class.getName());
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            assertThat(classes()).containsExactly("CMethodOne", "DNestedTwo", "BTwo", "EPlain", "APlain");
        }
    }

    private static List<String> methods(Map<String, String> parameters) {
        return run(parameters, OrderSamples.Methods.class).stream()
                .map(MethodSource::getMethodName)
                .toList();
    }

    private static Set<String> classes() {
        Set<String> classes = new LinkedHashSet<>();
        run(Map.of(ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME, PriorityClassOrderer.class.getName()), CLASSES)
                .forEach(source -> classes.add(topLevelOf(source.getJavaClass())));
        return classes;
    }

    private static String topLevelOf(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == OrderSamples.class ? type.getSimpleName() : topLevelOf(around);
    }

    /** The tests in the order they ran. */
    private static List<MethodSource> run(Map<String, String> parameters, Class<?>... classes) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(classes).map(type -> selectClass(type)).toList())
                .configurationParameters(parameters)
                .build();
        List<MethodSource> ran = new ArrayList<>();
        LauncherConfig onlyJupiter = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(onlyJupiter).execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                assertThat(result.getStatus()).isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
                if (identifier.isTest()) {
                    ran.add((MethodSource) identifier.getSource().orElseThrow());
                }
            }
        });
        return ran;
    }
}
