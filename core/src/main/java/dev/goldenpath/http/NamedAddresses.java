package dev.goldenpath.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Gives every resolved address the name it was looked up by. On JDK 17 a socket to an address without a name asks DNS
 * for one, inside the request and for as long as DNS takes.
 */
final class NamedAddresses implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] resolved = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        InetAddress[] named = new InetAddress[resolved.length];
        for (int i = 0; i < resolved.length; i++) {
            named[i] = InetAddress.getByAddress(host, resolved[i].getAddress());
        }
        return named;
    }

    @Override
    public @Nullable String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }
}
