package dev.goldenpath.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** Reads class after class, and keeps what is wrong with each alone. */
final class ClassAudit {
    private final List<AuditRule> rules = List.of(
            new DirectSetting(),
            OwnClients.rule(),
            new HardCodedAddress(),
            Sleeps.rule(),
            new UnjoinedWork(),
            new SharedState());
    private final AuditedCode code;
    private final ClassReading reading;
    private final SwallowedThrowables swallowed;
    private final Map<AuditRule, List<Breach>> breaches = new LinkedHashMap<>();
    private final List<Swallow> swallows = new ArrayList<>();

    ClassAudit(AuditedCode code, ClassReading reading, SwallowedThrowables swallowed) {
        this.code = code;
        this.reading = reading;
        this.swallowed = swallowed;
    }

    /**
     * Reads one more.
     *
     * @throws IOException when its file can't be read
     * @throws AnalyzerException when its code makes no sense
     * @throws RuntimeException of any kind when it is no class file
     */
    void read(ClassFile file) throws IOException, AnalyzerException {
        ClassNode tree = ClassReading.tree(file.bytes(), 0);
        AuditedClass type = reading.read(tree);
        List<Swallow> swallowing = swallowed.in(tree);
        rules.forEach(
                rule -> breaches.computeIfAbsent(rule, key -> new ArrayList<>()).addAll(rule.breaches(tree)));
        swallows.addAll(swallowing);
        code.add(type);
    }

    /** What breaks the rules, now that all have been read. */
    List<Breach> breaches() {
        List<Breach> found = new ArrayList<>();
        breaches.forEach((rule, all) -> found.addAll(rule.standing(all, this::topLevel)));
        return found;
    }

    List<Swallow> swallows() {
        return swallows;
    }

    private String topLevel(String name) {
        return code.audited(name).map(AuditedClass::topLevel).orElse(name);
    }
}
