package dev.goldenpath.environment;

import dev.goldenpath.evidence.Answer;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.Redaction;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules about who may answer for the services of one environment. Thread-safe.
 *
 * @since 0.1.0
 */
public final class PeerRules {
    /** The name of the rule that no peer of a remote environment is on this machine. */
    public static final String NEAR = "peer-on-this-machine";

    /** The name of the rule that no peer is in a private range, where those are refused. */
    public static final String PRIVATE = "private-peer";

    /** The name of the rule that a redirect leads to declared hosts only. */
    public static final String UNDECLARED = "undeclared-host";

    private final String environment;
    private final PeerPolicy policy;
    private final Collection<ServiceEndpoint> services;
    private final Predicate<InetAddress> own;

    /** The rules of this environment. */
    public PeerRules(Environment environment) {
        this(environment, new OwnAddresses()::has);
    }

    /** The same, with the addresses that are this machine's own. */
    PeerRules(Environment environment, Predicate<InetAddress> own) {
        this.environment = environment.name();
        this.policy = environment.peers();
        this.services = environment.services().values();
        this.own = own;
    }

    /** What is wrong with a call, as far as its url and its peer tell, in words without secrets; empty where nothing is. */
    public List<Finding> judge(PeerCall call, Redaction redaction) {
        Authority called = Authority.of(call.url());
        boolean elsewhere = !call.service().isAt(called);
        if (!elsewhere && !policy.remote()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(0);
        String words = redaction.text(words(call.service(), elsewhere ? called : null));
        if (policy.remote() && call.peer() != null && !call.proxied() && !isTunnel(called)) {
            judgePeer(call.peer(), words).ifPresent(findings::add);
        }
        if (elsewhere && services.stream().noneMatch(service -> service.isAt(called))) {
            String host = String.valueOf(call.url().getHost());
            policy.undeclaredHosts()
                    .effectOf(host)
                    .map(effect -> undeclared(effect, words, redaction.text(host)))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private boolean isTunnel(Authority called) {
        return services.stream().anyMatch(service -> service.tunnel() && service.isAt(called));
    }

    private static String words(ServiceEndpoint service, @Nullable Authority elsewhere) {
        String named = "service '" + service.name() + "' (" + service.url() + " from " + service.origin() + ")";
        return elsewhere == null
                ? "S" + named.substring(1) + " was called"
                : "A redirect of " + named + " led to " + elsewhere;
    }

    private Optional<Finding> judgePeer(String peer, String words) {
        InetAddress address = PeerAddress.addressOf(peer);
        PeerAddress kind = PeerAddress.of(address);
        if (kind.isNear() || own.test(address)) {
            String what = kind.isNear() ? kind.words() : "an address of this very machine";
            return Optional.of(
                    Finding.inTraffic(
                            NEAR,
                            Effect.FAKE,
                            words + " at " + peer + ", " + what + ", although environment '" + environment
                                    + "' is 'remote: true'.",
                            "See why its name leads there. Where it is the near end of a tunnel, say 'tunnel: true' at the service."));
        }
        return kind == PeerAddress.PRIVATE && policy.refusePrivate()
                ? Optional.of(Finding.inTraffic(
                        PRIVATE,
                        Effect.FAKE,
                        words + " at " + peer + ", " + kind.words() + ", although environment '" + environment
                                + "' is 'refuse-private: true'.",
                        "See why its name leads there, or remove 'refuse-private'."))
                : Optional.empty();
    }

    private static Finding undeclared(Effect effect, String words, String host) {
        return Finding.inTraffic(
                UNDECLARED,
                effect,
                words + ", where no service is declared.",
                "Declare it as a service, or allow its host: 'undeclared-hosts: { allow: [\"" + host + "\"] }'.");
    }

    /**
     * Why it can't be seen from here who gave an answer, as one sentence, so that a pass by it has no grade above B; empty
     * where it can.
     */
    public Optional<String> obscures(Answer answer) {
        return services.stream()
                .filter(service -> service.name().equals(answer.service()))
                .findFirst()
                .flatMap(service -> obscured(service, answer.peer()));
    }

    private Optional<String> obscured(ServiceEndpoint service, @Nullable String peer) {
        String named = "Service '" + service.name() + "' (" + service.origin() + ")";
        if (service.tunnel()) {
            return Optional.of(named + " is reached through a tunnel.");
        }
        if (service.proxy() == null || peer == null) {
            return Optional.empty();
        }
        InetAddress address = PeerAddress.addressOf(peer);
        return PeerAddress.of(address).isNear() || own.test(address)
                ? Optional.of(named + " is called through a proxy on this machine, " + peer + " ("
                        + service.proxy().origin() + ").")
                : Optional.empty();
    }
}
