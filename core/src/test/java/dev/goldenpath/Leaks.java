package dev.goldenpath;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks for secrets in what was written, in each form that a secret may take. */
public final class Leaks {
    private Leaks() {}

    /** Each line that shows one of these secrets. */
    public static List<String> in(Path file, Collection<String> secrets) throws IOException {
        List<String> leaks = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            for (String secret : secrets) {
                if (forms(secret).stream().anyMatch(line::contains)) {
                    leaks.add(secret + " in " + file.getFileName() + ": " + line);
                }
            }
        }
        return leaks;
    }

    /** As it stands, as in a URL, as in JSON, and as in Base64 wherever it begins in there. */
    public static Set<String> forms(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(secret.replace("/", "\\/"));
        for (String before : List.of("", "x", "xx")) {
            String encoded = Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString((before + secret).getBytes(StandardCharsets.UTF_8));
            // The characters at the edges hold bits of the neighbours too.
            forms.add(encoded.substring(before.isEmpty() ? 0 : 4, encoded.length() - 2));
        }
        return forms;
    }
}
