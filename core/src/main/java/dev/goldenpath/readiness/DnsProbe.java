package dev.goldenpath.readiness;

import dev.goldenpath.evidence.ServiceState;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Looks up a name: {@code dns: api.example.com}. */
final class DnsProbe implements ProbeProvider {

    @Override
    public String kind() {
        return "dns";
    }

    @Override
    public ServiceCheck check(ProbeTarget target) {
        String host = target.text().strip();
        if (host.isEmpty() || host.contains("/") || host.contains(" ")) {
            throw new IllegalArgumentException("is no host such as api.example.com");
        }
        return () -> look(host);
    }

    private static Sight look(String host) {
        try {
            String addresses = Arrays.stream(InetAddress.getAllByName(host))
                    .map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", "));
            return Sight.of(ServiceState.HEALTHY, "DNS " + host + " → " + addresses);
        } catch (UnknownHostException e) {
            return Sight.of(ServiceState.UNREACHABLE, "DNS " + host + ": unknown host");
        }
    }
}
