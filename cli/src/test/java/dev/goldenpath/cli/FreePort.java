package dev.goldenpath.cli;

import dev.goldenpath.environment.PortSource;
import java.util.List;

/** Where nobody listens. */
final class FreePort {
    private FreePort() {}

    static int find() {
        return PortSource.free()
                .choose("test", List.of("free"))
                .values()
                .iterator()
                .next();
    }
}
