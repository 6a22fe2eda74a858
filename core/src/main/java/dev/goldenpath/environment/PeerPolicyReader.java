package dev.goldenpath.environment;

import java.util.Set;

/** Reads which machines may answer for an environment's services. */
final class PeerPolicyReader {
    private static final String UNDECLARED_HOSTS = "undeclared-hosts";

    private PeerPolicyReader() {}

    static PeerPolicy read(Section environment) {
        return new PeerPolicy(
                environment.parsed("remote", Values::bool).orElse(false),
                environment.parsed("refuse-private", Values::bool).orElse(false),
                undeclaredHosts(environment));
    }

    private static UndeclaredHosts undeclaredHosts(Section environment) {
        if (!environment.holdsKeys(UNDECLARED_HOSTS)) {
            return environment
                    .parsed(UNDECLARED_HOSTS, PeerPolicyReader::undeclaredHosts)
                    .orElse(UndeclaredHosts.FAIL);
        }
        Section section = environment.section(UNDECLARED_HOSTS);
        Set<String> allowed = Set.copyOf(DistinctTexts.read(section, "allow", PeerValues::host));
        if (!section.has("allow")) {
            section.requiredText("allow");
        }
        section.finish();
        return new UndeclaredHosts(UndeclaredHosts.FAIL.effect(), allowed);
    }

    private static UndeclaredHosts undeclaredHosts(String text) {
        return switch (text) {
            case "fail" -> UndeclaredHosts.FAIL;
            case "warn" -> UndeclaredHosts.WARN;
            default -> throw new IllegalArgumentException("is neither fail nor warn nor a list below 'allow'");
        };
    }
}
