package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.UserPool;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.users.Users;
import dev.goldenpath.users.VirtualUsers;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Injects the many users of a test. Makes no call. Stateless. */
final class ManyUsers {
    private ManyUsers() {}

    static boolean include(InjectionPoint point) {
        return point.type() == VirtualUsers.class || AnnotationSupport.isAnnotated(point.target(), Users.class);
    }

    /**
     * So many users as the annotation says, leased for this test.
     *
     * @throws ExtensionConfigurationException when it does not stand where it can
     * @throws ConfigurationException when there is no such pool, or it has fewer users
     */
    static VirtualUsers of(
            InjectionPoint point, RunSession session, EnvironmentSession opened, ExtensionContext context) {
        Users wanted = AnnotationSupport.findAnnotation(point.target(), Users.class)
                .orElseThrow(() -> refused(
                        point,
                        "is a VirtualUsers, so it has to say how many they are and of which "
                                + "pool. Write @Users(count = 20, from = \"…\") on it."));
        if (point.type() != VirtualUsers.class) {
            throw refused(
                    point,
                    "is a " + point.type().getName()
                            + ", and @Users stands on it. Make it a dev.goldenpath.users.VirtualUsers.");
        }
        if (!isOfTestMethod(point, context)) {
            throw refused(
                    point,
                    "is none of a test method, and many users are those of one test. Declare it as a "
                            + "parameter of the method.");
        }
        if (wanted.count() < 1) {
            throw refused(point, "has @Users(count = " + wanted.count() + "). Ask for at least one user.");
        }
        UserPool pool = opened.environment().pool(wanted.from());
        if (pool.users().size() < wanted.count()) {
            throw new ConfigurationException(
                    "Pool '" + pool.name() + "' (" + pool.origin() + ") has "
                            + pool.users().size()
                            + (pool.users().size() == 1 ? " user" : " users") + ", and @Users of "
                            + point.words().replaceFirst("P", "p") + " wants " + wanted.count()
                            + ". Add users to the pool, or ask for fewer.",
                    List.of());
        }
        TestRun run = session.tests().running(context.getUniqueId());
        Recording recording = run.recording();
        return VirtualUsers.of(
                opened.clients(),
                LeasedUsers.of(context, session).leases(wanted, opened),
                recording,
                work -> session.currentTest().with(recording, () -> {
                    work.run();
                    return recording;
                }),
                run::remark);
    }

    private static boolean isOfTestMethod(InjectionPoint point, ExtensionContext context) {
        Executable declaring =
                point.target() instanceof Parameter parameter ? parameter.getDeclaringExecutable() : null;
        return !Bench.isFactory(context)
                && context.getTestMethod()
                        .filter(method -> method.equals(declaring))
                        .isPresent();
    }

    private static ExtensionConfigurationException refused(InjectionPoint point, String words) {
        return new ExtensionConfigurationException(point.words() + " " + words);
    }
}
