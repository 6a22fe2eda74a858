package dev.goldenpath.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The classes that the class path declares as extensions of our seams. */
final class DeclaredServices {
    private static final List<String> SEAMS = List.of("ClientProvider", "UserProvider");
    private static final String FOLDER = "META-INF/services/dev.goldenpath.client.";

    private DeclaredServices() {}

    /** Their binary names, in the order of the class path. */
    static Set<String> of(ClassLoader loader) {
        Set<String> names = new LinkedHashSet<>();
        try {
            for (String seam : SEAMS) {
                for (URL file : Collections.list(loader.getResources(FOLDER + seam))) {
                    URLConnection connection = file.openConnection();
                    // A cached jar would stay open when the loader has closed its own.
                    connection.setUseCaches(false);
                    try (BufferedReader lines = new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                        lines.lines()
                                .map(line -> line.replaceFirst("#.*", "").strip())
                                .filter(name -> !name.isEmpty())
                                .forEach(names::add);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The service extensions on the class path can't be read.", e);
        }
        return names;
    }
}
