package dev.goldenpath.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The class files that were read so far. Not thread-safe. */
final class ScannedCode {
    private static final String PRODUCT = "dev/goldenpath/";

    private final CodeRoots roots;
    private final int jarsOfTests;
    private final Names names;
    private final ClassScanner scanner;
    private final SeamRules seams = new SeamRules(this::parent);
    private final Extensions extensions;

    /**
     * None as yet, but for what the services lead to.
     *
     * @param services binary names of what is declared as an extension
     */
    ScannedCode(CodeRoots roots, Collection<String> services) {
        this.roots = roots;
        this.jarsOfTests = roots.jarsOfTests();
        this.names = new Names(roots);
        this.scanner = new ClassScanner(names);
        this.extensions = new Extensions(services, names, this::read);
    }

    /** Whether no class has become own since. */
    boolean isCurrent() {
        return jarsOfTests == roots.jarsOfTests();
    }

    /** What the file of an own class says; it is read at first need. */
    ScannedClass read(Name name) {
        ScannedClass known = name.scanned;
        ClassFile file = name.own;
        if (file == null) {
            throw new IllegalArgumentException(name.binary() + " is no own class.");
        }
        if (known == null) {
            known = scanner.scan(name, file);
            name.scanned = known;
        }
        return known;
    }

    /** A class that others inherit from, where it is own or Golden Path's. */
    private Optional<ScannedClass> parent(Name name) {
        if (name.own == null && name.scanned == null && name.text.startsWith(PRODUCT)) {
            name.scanned =
                    roots.find(name.text).map(file -> scanner.scan(name, file)).orElse(null);
        }
        return name.own == null ? Optional.ofNullable(name.scanned) : Optional.of(read(name));
    }

    /**
     * What a test class leads to. The classes around it belong to it, for their set-up runs before its own, and so do
     * the declared extensions, which serve every test.
     */
    Reach reach(Class<?> test) {
        List<Name> implied = new ArrayList<>();
        for (Class<?> around = test.getEnclosingClass(); around != null; around = around.getEnclosingClass()) {
            implied.add(names.of(around.getName()));
        }
        implied.addAll(extensions.declared());
        return new Reach(names.of(test.getName()), implied, this::read);
    }

    SeamRules seams() {
        return seams;
    }

    Extensions extensions() {
        return extensions;
    }

    int filesRead() {
        return scanner.scanned();
    }
}
