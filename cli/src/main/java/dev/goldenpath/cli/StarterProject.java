package dev.goldenpath.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files of a project that runs as it is. */
final class StarterProject {
    private static final Pattern PACKAGE = Pattern.compile("[a-z_][a-zA-Z0-9_]*(\\.[a-z_][a-zA-Z0-9_]*)*");
    private static final Set<String> RESERVED = Set.of(
            ("_ abstract assert boolean break byte case catch char class const continue default do double else enum"
                            + " extends false final finally float for goto if implements import instanceof int interface"
                            + " long native new null package private protected public return short static strictfp super"
                            + " switch synchronized this throw throws transient true try void volatile while")
                    .split(" "));

    private final Path folder;
    private final Map<String, String> files;

    private StarterProject(Path folder, Map<String, String> files) {
        this.folder = folder;
        this.files = files;
    }

    /**
     * A project that is not written yet.
     *
     * @param target the service it tests, absent for the example product
     * @param packageName of its test
     * @throws StarterRefusedException when the package can't have that name
     */
    static StarterProject of(Path folder, @Nullable StarterTarget target, String packageName)
            throws StarterRefusedException {
        if (!PACKAGE.matcher(packageName).matches()
                || List.of(packageName.split("\\.")).stream().anyMatch(RESERVED::contains)) {
            throw new StarterRefusedException(
                    "--package " + packageName + " is no name of a Java package. Give one such as com.example.shop.");
        }
        Map<String, String> values = new HashMap<>(Versions.all());
        values.put("package", packageName);
        values.put("product", target == null ? Templates.text("product.xml") : "");
        if (target != null) {
            values.put("url", target.origin());
            values.put("path", target.path());
            values.put("remote", String.valueOf(!target.local()));
            values.put("environment", target.local() ? "local" : "staging");
        }
        String kind = target == null ? "example/" : "url/";
        String test = target == null ? "ChatGoldenPathIT.java" : "BackendGoldenPathIT.java";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", Templates.filled("pom.xml", values));
        files.put("goldenpath.yaml", Templates.filled(kind + "goldenpath.yaml", values));
        files.put("src/test/java/" + packageName.replace('.', '/') + "/" + test, Templates.filled(kind + test, values));
        files.put(".gitignore", Templates.text("gitignore"));
        return new StarterProject(folder, files);
    }

    /** Its files, below its folder. */
    Set<String> files() {
        return files.keySet();
    }

    /**
     * Writes it.
     *
     * @param force whether files that are there are overwritten
     * @throws StarterRefusedException when something is in its way; nothing was written then
     * @throws IOException when a file can't be written
     */
    void write(boolean force) throws IOException, StarterRefusedException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StarterRefusedException(folder + " is a file. Name a folder, which need not be there yet.");
        }
        List<String> there = files.keySet().stream()
                .filter(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS))
                .toList();
        if (!there.isEmpty() && !force) {
            throw new StarterRefusedException("In " + folder.toAbsolutePath().normalize() + " there "
                    + (there.size() == 1 ? "is" : "are") + " already "
                    + there.stream().collect(Collectors.joining(", "))
                    + ". Nothing was written. Name another folder, or overwrite with --force.");
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
