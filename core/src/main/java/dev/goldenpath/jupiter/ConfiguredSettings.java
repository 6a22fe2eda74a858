package dev.goldenpath.jupiter;

import dev.goldenpath.environment.AuthorSettings;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Configured;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.evidence.Redaction;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** The sections of the author's own settings that are injected. Makes no call. Stateless. */
final class ConfiguredSettings {
    private ConfiguredSettings() {}

    static boolean include(InjectionPoint point) {
        return AnnotationSupport.isAnnotated(point.target(), Configured.class);
    }

    /**
     * The record, of the same values each time.
     *
     * @param redaction masks its secrets from now on
     * @throws ConfigurationException with all problems of the section
     * @throws ExtensionConfigurationException when the type is no record, or a service or user is named, too
     */
    static Record of(InjectionPoint point, Environment environment, Redaction redaction) {
        if (point.namesACall()) {
            throw new ExtensionConfigurationException(point.words()
                    + " is @Configured, so it calls no service, and neither @OnService nor @AsUser nor @AsAnyUser can "
                    + "stand beside that. Remove the one or the other.");
        }
        if (!point.type().isRecord()) {
            throw new ExtensionConfigurationException(
                    point.words() + " is @Configured, but its type "
                            + point.type().getName()
                            + " is no record. Declare a record with a component for each key of its section, and make that its type.");
        }
        Class<? extends Record> type = point.type().asSubclass(Record.class);
        return environment.settings().bind(section(point, type), type, secret -> redaction.addValue(secret.reveal()));
    }

    private static String section(InjectionPoint point, Class<? extends Record> type) {
        return AnnotationSupport.findAnnotation(point.target(), Configured.class)
                .map(Configured::value)
                .filter(written -> !written.isEmpty())
                .orElseGet(() -> AuthorSettings.sectionOf(type));
    }
}
