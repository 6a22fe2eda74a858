package dev.goldenpath.environment;

import dev.goldenpath.evidence.Finding.Effect;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What follows from a call to a host that no service declares. Immutable.
 *
 * @param effect of such a call: {@link Effect#FAKE} or {@link Effect#WARNING}
 * @param allowed hosts that may be called all the same, in lower case, an IPv6 address in its brackets
 * @since 0.1.0
 */
public record UndeclaredHosts(Effect effect, Set<String> allowed) {
    /** The default: a pass of a test that calls one is SUSPECT. */
    public static final UndeclaredHosts FAIL = new UndeclaredHosts(Effect.FAKE, Set.of());

    /** Such a call is listed, and changes nothing. */
    public static final UndeclaredHosts WARN = new UndeclaredHosts(Effect.WARNING, Set.of());

    /** Copies the hosts, in lower case. */
    public UndeclaredHosts {
        allowed = allowed.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** The effect of a call to this undeclared host; empty where it is allowed. */
    public Optional<Effect> effectOf(String host) {
        return allowed.contains(host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""))
                ? Optional.empty()
                : Optional.of(effect);
    }
}
