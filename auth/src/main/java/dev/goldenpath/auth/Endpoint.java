package dev.goldenpath.auth;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.ConfigurationProblem;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.ServiceEndpoint;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place at a declared service.
 *
 * @param service whom to call
 * @param path what to call there: starts with a slash, may have a query, and goes after the service's url
 */
record Endpoint(ServiceEndpoint service, String path) {

    /**
     * The place that an absolute url means.
     *
     * @param from the service that names it; preferred where several are declared there
     * @param name of the field that holds it, for messages
     * @throws ConfigurationException when no service is declared there: whoever may answer a call is declared
     */
    static Endpoint of(URI url, Environment environment, ServiceEndpoint from, String name) {
        return Stream.concat(Stream.of(from), environment.services().values().stream())
                .flatMap(service -> at(service, url).stream())
                .min(Comparator.comparingInt(endpoint -> endpoint.path.length()))
                .orElseThrow(() -> undeclared(url, environment, from, name));
    }

    private static Optional<Endpoint> at(ServiceEndpoint service, URI url) {
        URI base = service.url();
        if (base == null || !origin(base).equals(origin(url))) {
            return Optional.empty();
        }
        String prefix = base.getRawPath() == null ? "" : base.getRawPath();
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        if (!path.startsWith(prefix) || !path.startsWith("/", prefix.length())) {
            return Optional.empty();
        }
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return Optional.of(new Endpoint(service, path.substring(prefix.length()) + query));
    }

    private static List<Object> origin(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
        return List.of(scheme, String.valueOf(url.getHost()).toLowerCase(Locale.ROOT), port);
    }

    private static ConfigurationException undeclared(
            URI url, Environment environment, ServiceEndpoint from, String name) {
        return new ConfigurationException(
                "Service '" + from.name() + "' sends the library to where no service is declared.",
                List.of(new ConfigurationProblem(
                        from.origin(),
                        "its discovery document names " + url + " as " + name,
                        "Declare a service under environments." + environment.name()
                                + ".services in goldenpath.yaml whose url is " + url.getScheme() + "://"
                                + url.getRawAuthority() + ", or correct what the document says.")));
    }
}
