package dev.goldenpath.http;

import java.io.IOException;

/** A proxy answered in the place of the service. */
final class ProxyRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    ProxyRefusedException(int status) {
        super("the proxy answered " + status);
    }
}
