package dev.goldenpath.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Which classes are the project's own code: those in folders of the class path or module path, those in the jar of a
 * test class, and those of some packages wherever they lie. A library's class is found as well, and is not own. Loads
 * no class. Thread-safe.
 */
final class CodeRoots {
    private static final String SUFFIX = ".class";

    private final ClassLoader loader;
    private final List<String> packages;
    private final List<FolderRoot> folders = new CopyOnWriteArrayList<>();
    /** By how the URLs of their entries begin. */
    private final Map<String, JarRoot> jars = new ConcurrentHashMap<>();

    private final Set<CodeRoot> jarsOfTests = ConcurrentHashMap.newKeySet();

    /** Where Golden Path itself lies, which is no project's own code, also where it is a folder. */
    private volatile @Nullable CodeRoot product;

    private CodeRoots(ClassLoader loader, List<String> packages) {
        this.loader = loader;
        this.packages =
                packages.stream().map(name -> name.replace('.', '/') + "/").toList();
    }

    /**
     * What a class loader sees.
     *
     * @param packages those whose classes, and whose sub-packages' classes, are own although they lie in a jar
     */
    static CodeRoots of(ClassLoader loader, List<String> packages) {
        CodeRoots roots = new CodeRoots(loader, packages);
        try {
            for (URL folder : Collections.list(loader.getResources(""))) {
                if (folder.getProtocol().equals("file")) {
                    roots.folder(folder.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The class path can't be listed.", e);
        }
        ModuleLayer.boot().configuration().modules().stream()
                .flatMap(module -> module.reference().location().stream())
                .filter(place ->
                        "file".equals(place.getScheme()) && place.getPath().endsWith("/"))
                .forEach(place -> roots.folder(place.toString()));
        roots.find(CodeRoots.class.getName()).ifPresent(product -> roots.product = product.root());
        return roots;
    }

    /**
     * Finds the file of a test class. From here on all classes of its jar, if it lies in one, are own.
     *
     * @return empty where the class loader does not know it as a resource
     */
    Optional<ClassFile> findTest(String name) {
        Optional<ClassFile> found = find(name);
        if (found.isEmpty() || found.get().own() || !(found.get().root() instanceof JarRoot)) {
            return found;
        }
        jarsOfTests.add(found.get().root());
        return find(name);
    }

    /** How many jars have become own by {@link #findTest}: with each, more classes are own. */
    int jarsOfTests() {
        return jarsOfTests.size();
    }

    /**
     * Finds any class.
     *
     * @param name internal or binary
     */
    Optional<ClassFile> find(String name) {
        String internalName = name.replace('.', '/');
        ClassFile inFolder = inFolder(internalName);
        return inFolder == null ? byLoader(internalName) : Optional.of(inFolder);
    }

    /** Finds an own class; costs little where there is none. */
    Optional<ClassFile> findOwn(String name) {
        String internalName = name.replace('.', '/');
        ClassFile inFolder = inFolder(internalName);
        if (inFolder != null) {
            return inFolder.own() ? Optional.of(inFolder) : Optional.empty();
        }
        return !jarsOfTests.isEmpty() || isInPackages(internalName)
                ? byLoader(internalName).filter(ClassFile::own)
                : Optional.empty();
    }

    /** Whether a class is compiled from the same sources as a test class: from test code, as a rule. */
    static boolean isTestCode(ClassFile file, ClassFile test) {
        return file.root().equals(test.root()) || SourceSet.of(file).equals(SourceSet.of(test));
    }

    private @Nullable ClassFile inFolder(String internalName) {
        for (FolderRoot folder : folders) {
            if (folder.contains(internalName)) {
                return new ClassFile(internalName, folder, !folder.equals(product));
            }
        }
        return null;
    }

    private Optional<ClassFile> byLoader(String internalName) {
        URL url = loader.getResource(internalName + SUFFIX);
        if (url == null) {
            return Optional.empty();
        }
        String text = url.toString();
        String location = text.substring(0, text.length() - internalName.length() - SUFFIX.length());
        if (url.getProtocol().equals("file")) {
            FolderRoot folder = folder(location);
            return Optional.of(new ClassFile(internalName, folder, !folder.equals(product)));
        }
        JarRoot jar = jars.computeIfAbsent(location, begin -> new JarRoot(begin, loader));
        return Optional.of(new ClassFile(internalName, jar, jarsOfTests.contains(jar) || isInPackages(internalName)));
    }

    private synchronized FolderRoot folder(String location) {
        Path path = Path.of(URI.create(location));
        for (FolderRoot known : folders) {
            if (known.path().equals(path)) {
                return known;
            }
        }
        FolderRoot added = new FolderRoot(path);
        folders.add(added);
        return added;
    }

    private boolean isInPackages(String internalName) {
        return packages.stream().anyMatch(internalName::startsWith);
    }
}
