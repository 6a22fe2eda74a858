package dev.goldenpath.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs behind the suite and searches everything it has written for the users' passwords and tokens. */
class SecretSearch {
    private static final Pattern PASSWORD = Pattern.compile("password: ([\\w-]+) }");
    /** Refresh tokens are no JWTs; they are known by the field they stand in, however often its quotes are escaped. */
    private static final Pattern REFRESH_TOKEN = Pattern.compile("refresh_token[\\\\\"]+:[\\\\\" ]+(?![\\\\*\"])");

    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]{8,}");

    @Test
    void nothingWrittenHoldsAPasswordOrAToken() throws IOException {
        Path target = Path.of("target");

        assertThat(everythingWritten(target))
                .as("what the search must be able to find nothing in")
                .anyMatch(file -> file.contains("\"kind\":\"token\""))
                .anyMatch(file -> file.contains("<testsuite"))
                .anyMatch(file -> file.contains("refresh_token\\\":\\\"***\\\""));
        assertThat(leaks(target)).isEmpty();
    }

    @Test
    void aSecretIsFoundInEveryFormItMayTake(@TempDir Path folder) throws IOException {
        List<String> secrets = passwords();
        Files.writeString(folder.resolve("plain"), "x" + secrets.get(0) + "x");
        Files.writeString(folder.resolve("base64"), base64(secrets.get(1)));
        // Joined here, so that this class itself does not hold what it searches for.
        Files.writeString(
                folder.resolve("jwt"), String.join(".", "eyJhbGciOiJFUzI1NiJ9", "eyJzdWIiOiIxIn0", "c2lnbmF0dXJl"));

        Files.writeString(folder.resolve("refresh"), String.join("_", "{\\\"refresh", "token\\\":\\\"c2VjcmV0\\\"}"));

        assertThat(leaks(folder)).hasSize(4);
    }

    private static List<String> leaks(Path folder) throws IOException {
        List<String> leaks = new ArrayList<>();
        for (Path file : files(folder)) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String password : passwords()) {
                if (content.contains(password) || content.contains(base64(password))) {
                    leaks.add(file + " holds a password");
                }
            }
            if (JWT.matcher(content).find() || REFRESH_TOKEN.matcher(content).find()) {
                leaks.add(file + " holds a token");
            }
        }
        return leaks;
    }

    private static List<String> everythingWritten(Path folder) throws IOException {
        List<String> contents = new ArrayList<>();
        for (Path file : files(folder)) {
            contents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return contents;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> passwords() throws IOException {
        return PASSWORD.matcher(Files.readString(Path.of("goldenpath.yaml")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
