package dev.goldenpath.http;

import dev.goldenpath.evidence.NetworkPhase;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.core5.net.InetAddressUtils;
import org.jspecify.annotations.Nullable;

/**
 * Tells its exchange how long a name look-up takes, and gives every address the name it was looked up by. On JDK 17 a
 * socket to an address without a name asks DNS for one, inside the request and for as long as DNS takes.
 */
final class TracedResolver implements DnsResolver {
    private final CurrentTrace current;

    TracedResolver(CurrentTrace current) {
        this.current = current;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        // An address needs no look-up, and what did not happen has no duration.
        if (InetAddressUtils.isIPv4(host) || InetAddressUtils.isIPv6(host) || host.startsWith("[")) {
            return named(host, SystemDefaultDnsResolver.INSTANCE.resolve(host));
        }
        ExchangeTimer timer = current.get().timer();
        timer.begin(NetworkPhase.DNS);
        InetAddress[] resolved = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        timer.end(NetworkPhase.DNS);
        return named(host, resolved);
    }

    @Override
    public @Nullable String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    private static InetAddress[] named(String host, InetAddress[] resolved) throws UnknownHostException {
        InetAddress[] named = new InetAddress[resolved.length];
        for (int i = 0; i < resolved.length; i++) {
            named[i] = InetAddress.getByAddress(host, resolved[i].getAddress());
        }
        return named;
    }
}
