package dev.goldenpath.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a few lines of Java as a project would have them, and puts them where a class loader finds them. */
final class Sources {
    private static final Pattern PACKAGE = Pattern.compile("package\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");

    private final Path folder;

    /** Everything lies below {@code folder}. */
    Sources(Path folder) {
        this.folder = folder;
    }

    /**
     * Compiles sources into a folder of this name, against all that was compiled before into {@code seen}, and against
     * the class path of this test.
     */
    Path compile(String name, List<Path> seen, String... sources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> written = new ArrayList<>();
            for (String source : sources) {
                written.add(write(folder.resolve(name + "-sources"), source));
            }
            String classPath = Stream.concat(
                            seen.stream().map(Path::toString), Stream.of(System.getProperty("java.class.path")))
                    .collect(Collectors.joining(System.getProperty("path.separator")));
            boolean compiled = compiler.getTask(
                            complaints,
                            files,
                            null,
                            List.of("-proc:none", "-g", "-cp", classPath, "-d", classes.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(written))
                    .call();
            assertThat(compiled).as(complaints.toString()).isTrue();
        }
        return classes;
    }

    /** Packs a folder of classes into a jar. */
    Path jar(String name, Path classes) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    /** A class loader of these folders and jars, and of Golden Path, alone. */
    static URLClassLoader loader(Path... places) throws MalformedURLException {
        URL[] urls = new URL[places.length];
        for (int i = 0; i < places.length; i++) {
            urls[i] = places[i].toUri().toURL();
        }
        return new URLClassLoader(urls, new ProductLoader());
    }

    /** Leaves out what else is on the class path of these tests. */
    private static final class ProductLoader extends ClassLoader {
        private static final ClassLoader ALL = Sources.class.getClassLoader();

        ProductLoader() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("dev.goldenpath.")) {
                return ALL.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }

        @Override
        protected URL findResource(String name) {
            return name.startsWith("dev/goldenpath/") ? ALL.getResource(name) : null;
        }
    }

    private static Path write(Path sources, String source) throws IOException {
        Path file = sources.resolve(first(PACKAGE, source).replace('.', '/'))
                .resolve((source.contains("@interface ") ? annotation(source) : first(TYPE, source)) + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, source);
    }

    private static String annotation(String source) {
        return first(Pattern.compile("@interface\\s+(\\w+)"), source);
    }

    private static String first(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        assertThat(matcher.find()).as(source).isTrue();
        return matcher.group(1);
    }
}
