package dev.goldenpath.policy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A jar of class files, or another place that a class loader alone knows how to read. */
final class JarRoot implements CodeRoot {
    private static final String SUFFIX = ".class";
    private static final String SCHEME = "jar:";
    private static final String INSIDE = "!/";

    private final String location;
    private final ClassLoader loader;

    /**
     * @param location how the URLs of its entries begin
     */
    JarRoot(String location, ClassLoader loader) {
        this.location = location;
        this.loader = loader;
    }

    @Override
    public Path path() {
        int end = location.indexOf(INSIDE);
        String file = end < 0 || !location.startsWith(SCHEME) ? location : location.substring(SCHEME.length(), end);
        URI uri = URI.create(file);
        return "file".equals(uri.getScheme()) ? Path.of(uri) : Path.of(file.replace(':', '/'));
    }

    @Override
    public boolean contains(String internalName) {
        URL found = loader.getResource(internalName + SUFFIX);
        return found != null && found.toString().equals(location + internalName + SUFFIX);
    }

    @Override
    public InputStream open(String internalName) throws IOException {
        URL found = loader.getResource(internalName + SUFFIX);
        if (found == null) {
            throw new FileNotFoundException(internalName + SUFFIX);
        }
        URLConnection connection = found.openConnection();
        // A cached jar would stay open when the loader has closed its own.
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    @Override
    public Stream<String> classes() throws IOException {
        try (JarFile jar = new JarFile(path().toFile())) {
            List<String> names = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("META-INF/"))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
            return names.stream();
        }
    }
}
