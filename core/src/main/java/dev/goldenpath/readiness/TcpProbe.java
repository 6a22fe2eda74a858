package dev.goldenpath.readiness;

import dev.goldenpath.evidence.ServiceState;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
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
            return Sight.of(ServiceState.HEALTHY, what + " → connected to " + socket.getRemoteSocketAddress());
        } catch (IOException e) {
            return Sight.of(ServiceState.UNREACHABLE, what + ": " + ConnectWords.of(e));
        }
    }

    /** An open connection. */
    static Socket connected(HostAndPort place, Duration limit) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(place.bareHost(), place.port()), Math.toIntExact(limit.toMillis()));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
