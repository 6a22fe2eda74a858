package dev.goldenpath.report;

import dev.goldenpath.evidence.Bypass;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.runlog.LoggedRun;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What policies found, and what no finding can tell. */
final class CodeFindings {
    /** What stands in every report: who reads a grade should know what it does not say. */
    static final String LIMITS =
            "A grade says that this JVM exchanged bytes with the declared address, and at A who that "
                    + "address says it is. It can't say more: a transparent proxy, or a stub deployed on the declared address with "
                    + "the environment's key, looks the same from here; native transports and asynchronous channels are not "
                    + "witnessed. See docs/proof.md.";

    private static final Set<Effect> LISTED = EnumSet.of(Effect.FAKE, Effect.UNRUNNABLE, Effect.WARNING, Effect.SMELL);

    private CodeFindings() {}

    /** The finding as a sentence with its place and rule. */
    static String sentence(Finding finding) {
        String place = finding.source() == null ? "" : finding.source() + ": ";
        return place + finding.words() + " [" + finding.rule() + "]";
    }

    /** The fakes that their authors have allowed, as Markdown; empty where there are none. */
    static String allowed(LoggedRun run) {
        return list(run.code().findings(Effect.ALLOWED));
    }

    /** All other findings by effect and rule, with their numbers, as Markdown; empty where there are none. */
    static String listed(LoggedRun run) {
        return LISTED.stream()
                .flatMap(effect -> byRule(run.code().findings(effect)).entrySet().stream()
                        .map(rule -> "- " + effect + ", " + Markdown.code(rule.getKey()) + ": "
                                + rule.getValue().size() + "\n" + indented(rule.getValue())))
                .collect(Collectors.joining());
    }

    /** The audit's score in words; empty where no class was looked at. */
    static String score(LoggedRun run) {
        return run.code().isAudited() ? run.code().audit().score() : "";
    }

    /** Without the bypasses, which have a place of their own. */
    private static Map<String, List<Finding>> byRule(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.rule().equals(Bypass.RULE))
                .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()));
    }

    private static String indented(List<Finding> findings) {
        return list(findings).lines().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    private static String list(List<Finding> findings) {
        return findings.stream()
                .map(finding -> "- " + Markdown.code(sentence(finding)) + "\n")
                .collect(Collectors.joining());
    }
}
