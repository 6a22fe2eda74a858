package dev.goldenpath.client;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.ServiceAddress;
import dev.goldenpath.environment.ServiceEndpoint;
import java.net.URI;
import java.util.List;

/**
 * Has the address of a service injected, for clients that are not ours: a JDBC driver, an SDK. It is the declared
 * {@code address}, else that of the {@code url}. Stateless.
 *
 * @since 0.1.0
 */
public final class ServiceAddressProvider implements ClientProvider<ServiceAddress> {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    @Override
    public Class<ServiceAddress> type() {
        return ServiceAddress.class;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ConfigurationException when the service declares neither
     */
    @Override
    public ServiceAddress create(ClientContext context) {
        ServiceEndpoint service = context.service();
        if (service.address() != null) {
            return service.address();
        }
        URI url = service.url();
        if (url == null) {
            throw new ConfigurationException(
                    "Service '" + service.name() + "' (" + service.origin()
                            + ") has neither 'address' nor 'url', so its address can't be injected. Give it an 'address:"
                            + " host:port' in goldenpath.yaml.",
                    List.of());
        }
        int standard = "https".equals(url.getScheme()) ? HTTPS : HTTP;
        return new ServiceAddress(url.getHost(), url.getPort() < 0 ? standard : url.getPort(), service.origin());
    }

    /** Does nothing: an address holds nothing that needs to be released. */
    @Override
    public void close() {}
}
