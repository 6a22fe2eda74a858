package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.policy.ScannedClass.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rules on the classes that one test class leads to, each by itself. */
final class FakeRules {
    private static final String SEAM_REMEDY = "Use the client and the users that the environment declares, declare the "
            + "class in META-INF/services if it is an extension, or allow it with @AllowFake until a date.";

    private final ClassFile test;
    private final Reach reach;
    private final SeamRules seams;
    private final Extensions extensions;
    private final Allowances allowances;
    private final PolicySettings settings;

    FakeRules(
            ClassFile test,
            Reach reach,
            SeamRules seams,
            Extensions extensions,
            Allowances allowances,
            PolicySettings settings) {
        this.test = test;
        this.reach = reach;
        this.seams = seams;
        this.extensions = extensions;
        this.allowances = allowances;
        this.settings = settings;
    }

    /** What is wrong with a class. */
    List<Finding> findings(ScannedClass scanned) {
        List<Finding> findings = new ArrayList<>(0);
        if (scanned.problem() != null) {
            UnreadableClass.finding(scanned.file(), scanned.problem(), path(scanned), settings)
                    .ifPresent(findings::add);
        }
        for (Use use : scanned.fakes()) {
            findings.add(allowances.ruleOn(fake(scanned, use), names(use.name(), scanned)));
        }
        if (!CodeRoots.isTestCode(scanned.file(), test)) {
            return findings;
        }
        for (Name seam : seams.implementedBy(scanned)) {
            findings.add(implementation(scanned, seam, ""));
        }
        for (Name seam : scanned.lambdas()) {
            findings.add(implementation(scanned, seam, " with a lambda"));
        }
        if (scanned.maker() != null) {
            for (Name seam : scanned.seams()) {
                findings.add(proxy(scanned, scanned.maker(), seam));
            }
        }
        return findings;
    }

    private Finding fake(ScannedClass scanned, Use use) {
        String verb = use.inText() ? " names " : " uses ";
        return finding(
                use.fake().rule(),
                scanned,
                verb + use.name().binary() + (use.inText() ? " in a text" : ""),
                use.fake().remedy());
    }

    private Finding implementation(ScannedClass scanned, Name seam, String how) {
        Finding fake = finding(
                "seam-in-test-code", scanned, " implements " + seam.binary() + " in test code" + how, SEAM_REMEDY);
        return extended(fake, scanned, names(seam, scanned));
    }

    private Finding proxy(ScannedClass scanned, Name maker, Name seam) {
        Finding fake = finding(
                "proxy-of-seam",
                scanned,
                " has " + seam.binary() + " and " + maker.binary() + ", which can make an implementation of it",
                SEAM_REMEDY);
        return extended(fake, scanned, names(seam, scanned));
    }

    private Finding extended(Finding fake, ScannedClass scanned, List<String> names) {
        return extensions.contains(scanned.name())
                ? Reworded.of(
                        fake,
                        Effect.ALLOWED,
                        "; " + extensions.words(scanned.name()),
                        "See that it reaches the real service.")
                : allowances.ruleOn(fake, names);
    }

    private Finding finding(String rule, ScannedClass scanned, String what, String remedy) {
        List<Name> path = reach.pathTo(scanned.name());
        String words = path.stream().map(Name::brief).collect(Collectors.joining(" → ")) + what;
        return new Finding(rule, Effect.FAKE, words, scanned.name().binary(), scanned.source(), path(scanned), remedy);
    }

    private List<String> path(ScannedClass scanned) {
        return reach.pathTo(scanned.name()).stream().map(Name::binary).toList();
    }

    private static List<String> names(Name used, ScannedClass scanned) {
        return List.of(used.binary(), scanned.name().binary());
    }
}
