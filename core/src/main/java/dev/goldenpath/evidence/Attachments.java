package dev.goldenpath.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The folder that the attachments of one run are kept in. Several JVMs may write to the same. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Attachments {
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final String HOLDS_A_SECRET = "it holds a secret, which can't be masked in content that is not text";

    private final Path output;
    private final Path folder;
    private final AtomicLong numbers = new AtomicLong();

    /**
     * Makes nothing yet: the folder is there from the first attachment on.
     *
     * @param output the output folder, to which the paths in the run log are relative
     * @param folder where the run's attachments are, at or below {@code output}
     */
    public Attachments(Path output, Path folder) {
        this.output = output;
        this.folder = folder;
    }

    /** What stands in a file, at most as much as can be attached. */
    static byte[] read(String name, Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw tooLarge(name, Files.size(file));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("Attachment '" + name + "' can't be read from " + file + ": " + e, e);
        }
    }

    Attachment ofText(String name, AttachmentType mediaType, String text, Redaction redaction) {
        return write(name, mediaType, redaction.text(text).getBytes(mediaType.charset()), redaction);
    }

    Attachment of(String name, AttachmentType mediaType, byte[] content, Redaction redaction) {
        requireSize(name, content.length);
        if (mediaType.isText()) {
            try {
                String text = decoded(content, mediaType.charset());
                String redacted = redaction.text(text);
                return redacted.equals(text)
                        ? write(name, mediaType, content, redaction)
                        : write(name, mediaType, redacted.getBytes(mediaType.charset()), redaction);
            } catch (CharacterCodingException e) {
                // No text whatever its media type says, and masking would destroy it.
                return binary(name, mediaType, content, redaction);
            }
        }
        return binary(name, mediaType, content, redaction);
    }

    private Attachment binary(String name, AttachmentType mediaType, byte[] content, Redaction redaction) {
        String readable = new String(content, StandardCharsets.UTF_8);
        return redaction.text(readable).equals(readable)
                ? write(name, mediaType, content, redaction)
                : new Attachment(name, redaction.text(mediaType.text()), content.length, null, null, HOLDS_A_SECRET);
    }

    private Attachment write(String name, AttachmentType mediaType, byte[] content, Redaction redaction) {
        requireSize(name, content.length);
        try {
            Path file = newFile(AttachmentName.of(name, mediaType.extension(), redaction), content);
            return new Attachment(
                    name,
                    redaction.text(mediaType.text()),
                    content.length,
                    Sha256.of(content),
                    output.relativize(file).toString().replace('\\', '/'),
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException("Attachment '" + name + "' can't be written to " + folder + ": " + e, e);
        }
    }

    private Path newFile(AttachmentName name, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path file = next(name);
        while (true) {
            try (OutputStream created =
                    Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                created.write(content);
                return file;
            } catch (FileAlreadyExistsException e) {
                // Of a JVM with the same process id, before this one or in another container: the next number is free.
                file = next(name);
            }
        }
    }

    private Path next(AttachmentName name) {
        return folder.resolve(name.numbered(ProcessHandle.current().pid(), numbers.incrementAndGet()));
    }

    private static void requireSize(String name, long bytes) {
        if (bytes > MOST_BYTES) {
            throw tooLarge(name, bytes);
        }
    }

    private static IllegalArgumentException tooLarge(String name, long bytes) {
        return new IllegalArgumentException("Attachment '" + name + "' is of " + bytes + " bytes, and at most "
                + MOST_BYTES + " (64 MiB) are kept. Attach the part of it that tells.");
    }

    private static String decoded(byte[] content, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    }
}
