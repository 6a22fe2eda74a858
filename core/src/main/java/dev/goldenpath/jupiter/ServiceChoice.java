package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.ServiceEndpoint;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which service an injected client calls: the one that is named, else the one of the parameter's or field's own name, else
 * the only one there is. Immutable.
 */
record ServiceChoice(InjectionPoint point, Environment environment) {

    /** The service; empty where it can't be told, or is not declared. */
    Optional<ServiceEndpoint> found() {
        Map<String, ServiceEndpoint> services = environment.services();
        Optional<String> named = named();
        if (named.isPresent()) {
            return named.map(services::get);
        }
        return services.size() == 1
                ? services.values().stream().findFirst()
                : Optional.ofNullable(services.get(point.name()));
    }

    /**
     * The service.
     *
     * @throws ConfigurationException where it can't be told, or is not declared
     */
    ServiceEndpoint required() {
        return found().orElseGet(() -> environment.service(named().orElseThrow(this::unnamed)));
    }

    private Optional<String> named() {
        return point.nearest(OnService.class).map(OnService::value).filter(name -> !name.isEmpty());
    }

    private ConfigurationException unnamed() {
        String remedy = point.target() instanceof Parameter parameter && !parameter.isNamePresent()
                ? "Write @OnService(\"…\") before it, or compile the tests with -parameters: the class file does not hold "
                        + "the name."
                : "Write @OnService(\"…\") before it.";
        return new ConfigurationException(
                "Which service is '" + point.name() + "'? Environment '" + environment.name() + "' declares "
                        + String.join(", ", environment.services().keySet()) + ". "
                        + remedy,
                List.of());
    }
}
