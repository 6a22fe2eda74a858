package dev.goldenpath.evidence;

import dev.goldenpath.evidence.Finding.Effect;
import java.util.Optional;

/**
 * Something that goes with calls and tells a service to skip what it would check of others.
 *
 * @param name for people: that of a header, or {@code parameter 'bypass'}
 * @param service that was called
 * @since 0.1.0
 */
public record Bypass(String name, String service) {
    /** The rule of a finding of this. */
    public static final String RULE = "bypass";

    private static final String PARAMETER = "parameter '";
    private static final String GOES = " goes with calls of service '";
    private static final String REMEDY =
            "A pass by it says nothing of what it skips: test that without it, or take the name out of 'policy.bypass' in "
                    + "goldenpath.yaml where it skips nothing.";

    /** The name as configuration lists it: {@code bypass} of {@code parameter 'bypass'}. */
    public String bareName() {
        return name.startsWith(PARAMETER) && name.endsWith("'")
                ? name.substring(PARAMETER.length(), name.length() - 1)
                : name;
    }

    /** As a finding, always the same. */
    public Finding finding() {
        return Finding.inTraffic(RULE, Effect.WARNING, name + GOES + service + "'", REMEDY);
    }

    /** What a finding tells of; empty for a finding of another rule. */
    public static Optional<Bypass> of(Finding finding) {
        int goes = finding.words().lastIndexOf(GOES);
        return finding.rule().equals(RULE) && goes >= 0
                ? Optional.of(new Bypass(
                        finding.words().substring(0, goes),
                        finding.words()
                                .substring(goes + GOES.length(), finding.words().length() - 1)))
                : Optional.empty();
    }
}
