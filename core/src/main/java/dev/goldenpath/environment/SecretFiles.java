package dev.goldenpath.environment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads secrets of which each is all that stands in a file, as container platforms hand them out. */
final class SecretFiles {
    private static final int MOST_BYTES = 64 * 1024;

    private final Path workingDirectory;

    SecretFiles(Path workingDirectory) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }

    /**
     * What stands in the file, without the end of its last line.
     *
     * @throws UnreadSecretException when that is nothing, too much, or no text
     */
    String read(String name) {
        byte[] content = content(file(name));
        if (content.length > MOST_BYTES) {
            throw new UnreadSecretException("holds more than 64 KiB", "Name the file that holds the secret alone.");
        }
        String text = decoded(content);
        String secret = withoutLineEnd(text);
        if (secret.isEmpty()) {
            throw new UnreadSecretException("is empty", "Write the secret into this file.");
        }
        return secret;
    }

    /** {@code text} without the one line end behind it, which is the file's, or the shell's, and not the secret's. */
    static String withoutLineEnd(String text) {
        return text.endsWith("\r\n")
                ? text.substring(0, text.length() - 2)
                : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private Path file(String name) {
        try {
            Path file = workingDirectory.resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new UnreadSecretException("is no path of a file", "Correct it.");
        }
        throw new UnreadSecretException(
                "is no file; a path that is not absolute starts at " + workingDirectory,
                "Write the secret into this file, or correct the path.");
    }

    private static byte[] content(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UnreadSecretException(
                    "can't be read: " + e.getClass().getSimpleName(), "Let the tests' user read it.");
        }
    }

    private static String decoded(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadSecretException("is no UTF-8", "Save it as UTF-8; a secret is a text.");
        }
    }
}
