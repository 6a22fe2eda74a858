package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Injects clients and settings into parameters and fields, and companions into parameters. Makes no call. */
final class Injection {
    private final @Nullable String environment;

    Injection(@Nullable String environment) {
        this.environment = environment;
    }

    boolean supports(ParameterContext parameter) {
        InjectionPoint point = InjectionPoint.of(parameter.getParameter(), List.of());
        return point.isAnnotated() || Companions.include(point.type()) || ManyUsers.include(point) || point.isClient();
    }

    /** The client, record or companion; {@code null} for a class's own set-up and tear-down that the gatekeeper is about to skip. */
    @Nullable
    Object parameter(ParameterContext parameter, ExtensionContext context) {
        InjectionPoint point = InjectionPoint.of(parameter.getParameter(), TestClasses.of(context));
        boolean ofWholeClass = isOfWholeClass(parameter.getDeclaringExecutable());
        try {
            return value(point, context, ofWholeClass);
        } catch (ConfigurationException e) {
            if (ofWholeClass && !isConfigured()) {
                return null;
            }
            throw e;
        }
    }

    void intoFields(Object instance, ExtensionContext context) {
        InjectionPoint.fields(instance.getClass(), TestClasses.of(context))
                .forEach(point -> intoField((Field) point.target(), point, instance, context));
    }

    private void intoField(Field field, InjectionPoint point, Object instance, ExtensionContext context) {
        if (Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers())) {
            throw new ExtensionConfigurationException("Field "
                    + field.getDeclaringClass().getName() + "."
                    + field.getName() + " is static or final, so no "
                    + (ConfiguredSettings.include(point) ? "settings" : "client")
                    + " can be injected into it. Make it an instance field that is not final, or inject a parameter.");
        }
        Object value = value(point, context, false);
        try {
            field.setAccessible(true);
            field.set(instance, value);
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException("Can't inject " + field, e);
        }
    }

    private Object value(InjectionPoint point, ExtensionContext context, boolean ofWholeClass) {
        RunSession session = RunSession.current();
        if (ConfiguredSettings.include(point)) {
            return ConfiguredSettings.of(point, session.environment(environment).environment(), session.redaction());
        }
        if (ManyUsers.include(point)) {
            return ManyUsers.of(point, session, session.environment(environment), context);
        }
        return Companions.include(point.type())
                ? companion(point, session, context, ofWholeClass)
                : ClientInjection.client(point, environment, ofWholeClass, context);
    }

    private static Object companion(
            InjectionPoint point, RunSession session, ExtensionContext context, boolean ofWholeClass) {
        if (point.namesACall()) {
            throw Companions.misplaced(point);
        }
        Class<?> type = point.type();
        return Companions.make(
                type, session, context, HandleRecording.of(session, context, ofWholeClass, type.getSimpleName()));
    }

    private static boolean isOfWholeClass(Executable executable) {
        return AnnotationSupport.isAnnotated(executable, BeforeAll.class)
                || AnnotationSupport.isAnnotated(executable, AfterAll.class);
    }

    private boolean isConfigured() {
        try {
            RunSession.current().environment(environment);
            return true;
        } catch (ConfigurationException e) {
            return false;
        }
    }
}
