package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.ServiceAddress;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.environment.UserPool;
import dev.goldenpath.readiness.Requires;
import dev.goldenpath.users.Users;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * The services that a test, or a class of tests, needs by itself: those its injected clients call, those at which their
 * users log in, and those it requires. What these services depend on is not among them. Immutable.
 *
 * @param services their names, in the order of the environment; empty where the test names none
 */
record TestNeeds(Set<String> services) {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TestNeeds.class);

    /** What is looked up once for all invocations of a template. */
    private record Place(String environment, Optional<Method> method, List<Class<?>> classes) {}

    /** @param required whatever {@link Requires} names, declared or not */
    private record Found(TestNeeds needs, Set<String> required) {}

    /** Copies the names, keeping their order. */
    TestNeeds {
        services = Collections.unmodifiableSet(new LinkedHashSet<>(services));
    }

    /**
     * What the test of this context needs, its factory for a dynamic test; of a class's context, what its set-up, its fields
     * and its constructor do, and those of the classes around it.
     *
     * @throws ConfigurationException when a service is required that is not declared
     */
    static TestNeeds of(ExtensionContext context, Environment environment) {
        Place place = new Place(environment.name(), TestClasses.method(context), TestClasses.of(context));
        // In the store of the whole plan: that of an invocation is closed with it.
        Found found = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(place, key -> at(key, environment), Found.class);
        // Outside of the store, which would throw one exception for all tests.
        found.required.forEach(environment::service);
        return found.needs;
    }

    /**
     * What a class needs together with its own tests, those of nested classes aside; empty where one of them does not tell.
     *
     * @throws ConfigurationException as above
     */
    static TestNeeds ofAnyIn(ExtensionContext classContext, Environment environment) {
        List<Class<?>> classes = TestClasses.of(classContext);
        TestNeeds ofClass = of(classContext, environment);
        List<TestNeeds> ofTests = AnnotationSupport.findAnnotatedMethods(
                        classContext.getRequiredTestClass(), Testable.class, HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .map(method -> at(new Place(environment.name(), Optional.of(method), classes), environment).needs)
                .toList();
        if (ofTests.stream().anyMatch(TestNeeds::isEmpty)) {
            return new TestNeeds(Set.of());
        }
        return new TestNeeds(Stream.concat(Stream.of(ofClass), ofTests.stream())
                .flatMap(needs -> needs.services.stream())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Whether the test does not tell which services it needs. */
    boolean isEmpty() {
        return services.isEmpty();
    }

    private static Found at(Place place, Environment environment) {
        Set<String> required = Stream.concat(place.method.stream(), place.classes.stream())
                .flatMap(TestNeeds::requiredBy)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> needed = InjectionPoint.of(place.method, place.classes)
                .filter(InjectionPoint::isClient)
                .flatMap(point -> calledBy(point, environment))
                .collect(Collectors.toCollection(HashSet::new));
        needed.addAll(required);
        if (!needed.isEmpty()) {
            // Many users call whatever they like: where they log in alone does not tell what the test needs.
            InjectionPoint.of(place.method, place.classes)
                    .filter(ManyUsers::include)
                    .flatMap(point -> loginsOfMany(point, environment))
                    .forEach(needed::add);
        }
        Set<String> ordered = environment.services().keySet().stream()
                .filter(needed::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Found(new TestNeeds(ordered), required);
    }

    private static Stream<String> requiredBy(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, Requires.class).stream()
                .flatMap(requires -> Arrays.stream(requires.value()));
    }

    /** Nothing where the service or the user can't be told: the injection itself fails, and says why. */
    private static Stream<String> calledBy(InjectionPoint point, Environment environment) {
        return Stream.concat(
                new ServiceChoice(point, environment).found().map(ServiceEndpoint::name).stream(),
                logins(users(point, environment), environment));
    }

    private static Stream<String> loginsOfMany(InjectionPoint point, Environment environment) {
        Stream<String> users = AnnotationSupport.findAnnotation(point.target(), Users.class).map(Users::from).stream()
                .flatMap(pool -> inPool(pool, environment));
        return logins(users, environment);
    }

    private static Stream<String> logins(Stream<String> users, Environment environment) {
        return users.flatMap(user -> Stream.ofNullable(environment.users().get(user)))
                .map(UserAccount::service)
                .flatMap(Optional::stream);
    }

    private static Stream<String> inPool(String pool, Environment environment) {
        return Stream.ofNullable(environment.pools().get(pool))
                .map(UserPool::users)
                .flatMap(Collection::stream);
    }

    /** Who may log in for it. Of a pool that is any, for nobody knows yet who will be free. */
    private static Stream<String> users(InjectionPoint point, Environment environment) {
        if (point.type() == ServiceAddress.class) {
            // It makes no call, so nobody logs in for it.
            return Stream.empty();
        }
        try {
            Caller caller = Caller.of(point);
            return Stream.concat(
                    caller.name().stream(),
                    caller.anyone().stream().flatMap(anyone -> inPool(anyone.from(), environment)));
        } catch (ExtensionConfigurationException contradictory) {
            return Stream.empty();
        }
    }
}
