package dev.goldenpath.environment;

/**
 * Which machines may answer for the services of an environment. Immutable.
 *
 * @param remote whether the services are elsewhere; then no peer may be on this machine, unless by a proxy or a tunnel
 * @param refusePrivate whether no peer may be in a private range either; only together with {@code remote}
 * @param undeclaredHosts what follows from a call to a host that no service declares
 * @since 0.1.0
 */
public record PeerPolicy(boolean remote, boolean refusePrivate, UndeclaredHosts undeclaredHosts) {
    /** What holds where the file says nothing. */
    public static final PeerPolicy DEFAULT = new PeerPolicy(false, false, UndeclaredHosts.FAIL);
}
