package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicyRule;
import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes findings of breaches, unless their rule is switched off, and keeps where each belongs. */
final class AuditFindings {
    private final AuditedCode code;
    private final PolicySettings settings;
    private final List<Placed> placed = new ArrayList<>();
    private final Set<String> unread = new HashSet<>();

    AuditFindings(AuditedCode code, PolicySettings settings) {
        this.code = code;
        this.settings = settings;
    }

    /** A breach of the class that it lies in. */
    void add(Breach breach) {
        place(breach, breach.method().owner(), null);
    }

    /** A breach of a test class, which may lie in a class above it. */
    void add(AuditedClass test, Breach breach) {
        place(breach, test.name(), test.name());
    }

    void unreadable(ClassFile file, String why) {
        unread.add(file.name());
        UnreadableClass.finding(file, why, List.of(), settings).ifPresent(finding -> keep(file.name(), finding));
    }

    void missing(String name) {
        unread.add(name);
        UnreadableClass.missing(name.replace('/', '.'), settings).ifPresent(finding -> keep(name, finding));
    }

    /** A folder or jar whose classes can't be listed, so that golden-path classes in it may be missed. */
    void unlisted(CodeRoot place, IOException why) {
        settings.effectOf(PolicyRule.UNREADABLE_CLASS)
                .map(effect -> Finding.inTraffic(
                        PolicyRule.UNREADABLE_CLASS.word(),
                        effect,
                        "The classes in " + place.path() + " can't be listed: " + why.getMessage(),
                        "Make it readable; golden-path classes in it that do not run can't be told."))
                .ifPresent(finding -> keep("", finding));
    }

    /** All, by class and line. */
    List<Finding> all() {
        return placed.stream()
                .sorted(Comparator.comparing((Placed each) -> each.method().owner())
                        .thenComparing(Placed::line)
                        .thenComparing(each -> each.finding().rule()))
                .map(Placed::finding)
                .distinct()
                .toList();
    }

    /** Those that lie in one of these methods, or are about one of them as a method of this test class. */
    List<Finding> in(Set<MethodId> methods, String test) {
        return placed.stream()
                .filter(each -> methods.contains(each.method()))
                .filter(each -> each.test() == null || each.test().equals(test))
                .map(Placed::finding)
                .distinct()
                .toList();
    }

    /** Classes that were to be audited, by the top-level one, and whether nothing was found in them. */
    Map<String, Boolean> clean() {
        Map<String, Boolean> clean = new HashMap<>();
        code.classes().forEach(type -> clean.put(type.topLevel(), true));
        unread.forEach(name -> clean.put(name, false));
        placed.forEach(each -> clean.computeIfPresent(topLevel(each), (name, before) -> false));
        return clean;
    }

    private String topLevel(Placed each) {
        String name = each.test() == null ? each.method().owner() : each.test();
        return code.audited(name).map(AuditedClass::topLevel).orElse(name);
    }

    private void keep(String owner, Finding finding) {
        placed.add(new Placed(new MethodId(owner, "", ""), null, 0, finding));
    }

    private void place(Breach breach, String className, @Nullable String test) {
        settings.effectOf(breach.rule())
                .map(effect -> new Finding(
                        breach.rule().word(),
                        effect,
                        breach.words(),
                        className.replace('/', '.'),
                        source(breach),
                        List.of(),
                        breach.remedy()))
                .ifPresent(finding -> placed.add(new Placed(breach.method(), test, breach.line(), finding)));
    }

    private @Nullable String source(Breach breach) {
        String file =
                code.find(breach.method().owner()).map(AuditedClass::source).orElse(null);
        return file == null || breach.line() == 0 ? file : file + ":" + breach.line();
    }

    /**
     * A finding and where it belongs.
     *
     * @param test the test class whose test it is about, absent where it is about code that others may reach
     */
    private record Placed(MethodId method, @Nullable String test, int line, Finding finding) {}
}
