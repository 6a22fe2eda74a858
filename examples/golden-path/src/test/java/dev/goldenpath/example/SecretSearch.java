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
    private static final Pattern SECRET = Pattern.compile("(?:password|secret|key|token): ([\\w.-]+)[ ,]");
    /** Refresh tokens are no JWTs; they are known by the field they stand in, however often its quotes are escaped. */
    private static final Pattern REFRESH_TOKEN = Pattern.compile("refresh_token[\\\\\"]+:[\\\\\" ]+(?![\\\\*\"])");

    private static final Pattern PRIVATE_KEY = Pattern.compile("\"d\": *\"([\\w-]+)\"");
    /** A session's cookie is known by its name. */
    private static final Pattern SESSION = Pattern.compile("session=(?!\\*)[\\w-]{8,}");

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
        List<String> secrets = declared();
        Files.writeString(folder.resolve("plain"), "x" + secrets.get(0) + "x");
        Files.writeString(folder.resolve("base64"), base64(secrets.get(1)));
        // Joined here, so that this class itself does not hold what it searches for.
        Files.writeString(
                folder.resolve("jwt"), String.join(".", "eyJhbGciOiJFUzI1NiJ9", "eyJzdWIiOiIxIn0", "c2lnbmF0dXJl"));

        Files.writeString(folder.resolve("refresh"), String.join("_", "{\\\"refresh", "token\\\":\\\"c2VjcmV0\\\"}"));

        Files.writeString(folder.resolve("session"), String.join("=", "Cookie: session", "c2VjcmV0c2Vzc2lvbg"));

        assertThat(leaks(folder)).hasSize(5);
    }

    private static List<String> leaks(Path folder) throws IOException {
        List<String> leaks = new ArrayList<>();
        for (Path file : files(folder)) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String secret : declared()) {
                if (content.contains(secret) || content.contains(base64(secret))) {
                    leaks.add(file + " holds a declared secret");
                }
            }
            if (JWT.matcher(content).find()
                    || SESSION.matcher(content).find()
                    || REFRESH_TOKEN.matcher(content).find()) {
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

    /** Those in the configuration, and the private part of the key that tokens are signed with. */
    private static List<String> declared() throws IOException {
        return Stream.concat(
                        SECRET.matcher(Files.readString(Path.of("goldenpath.yaml")))
                                .results(),
                        PRIVATE_KEY
                                .matcher(Files.readString(Path.of("../stack/demo-signing-key.json")))
                                .results())
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
