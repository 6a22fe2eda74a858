import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Knows localhost, and names under slow.test, each of which takes 40 ms; asks no name server for any other. */
public final class SlowNamesResolver extends InetAddressResolverProvider {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                if (host.endsWith(".slow.test")) {
                    long start = System.nanoTime();
                    for (long left = NANOS; left > 0; left = NANOS - (System.nanoTime() - start)) {
                        LockSupport.parkNanos(left);
                    }
                } else if (!host.equals("localhost")) {
                    throw new UnknownHostException(host);
                }
                return Stream.of(InetAddress.getByAddress(host, LOOPBACK));
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                throw new UnknownHostException("No name is looked up by its address.");
            }
        };
    }

    @Override
    public String name() {
        return "slow names";
    }
}
