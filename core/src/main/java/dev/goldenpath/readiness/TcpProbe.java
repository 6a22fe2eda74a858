package dev.goldenpath.readiness;

import dev.goldenpath.evidence.ServiceState;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;

/** Opens a connection and closes it: {@code tcp: db.example.com:5432}. */
final class TcpProbe implements ProbeProvider {

    @Override
    public String kind() {
        return "tcp";
    }

    @Override
    public ServiceCheck check(ProbeTarget target) {
        HostAndPort place = HostAndPort.of(target.text());
        Duration limit = target.service().timeouts().connect();
        return () -> look(place, limit);
    }

    private static Sight look(HostAndPort place, Duration limit) {
        String what = "TCP " + place;
        try (Socket socket = connected(place, limit)) {
            return Sight.of(
                    ServiceState.HEALTHY,
                    what + " → connected to " + socket.getInetAddress().getHostAddress());
        } catch (IOException e) {
            return Sight.of(ServiceState.UNREACHABLE, what + ": " + ConnectWords.of(e));
        }
    }

    /** An open connection. */
    static Socket connected(HostAndPort place, Duration limit) throws IOException {
        Socket socket = new Socket();
        try {
            InetAddress found = InetAddress.getByName(place.bareHost());
            socket.connect(new InetSocketAddress(named(found, place), place.port()), Math.toIntExact(limit.toMillis()));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** An address without a name would have one looked for as soon as the flight recorder tells of its bytes. */
    private static InetAddress named(InetAddress found, HostAndPort place) throws UnknownHostException {
        return found instanceof Inet6Address ? found : InetAddress.getByAddress(place.bareHost(), found.getAddress());
    }
}
