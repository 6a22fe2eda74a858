package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies larger than the heap pass through it, in both directions, and their digests are right. */
class LargeBodyTest {
    private static final long LIMIT_SECONDS = 300;
    private static final int MIB = Integer.getInteger("large.body.mib", 20);
    private static final String HEAP = System.getProperty("large.body.heap", "24m");

    @TempDir
    private Path folder;

    @Test
    void aBodyLargerThanTheHeapIsDownloadedStreamedAndUploaded() throws IOException, InterruptedException {
        Process client = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeBodies.class.getName(),
                        Integer.toString(MIB),
                        folder.resolve("body").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(folder.resolve("told").toFile())
                .start();
        try {
            assertThat(client.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            client.destroyForcibly();
        }

        String bytes = Long.toString(MIB * 1024L * 1024);
        assertThat(folder.resolve("told"))
                .hasContent(String.join(
                        "\n",
                        "downloaded " + bytes + " " + expected(),
                        "streamed " + bytes + " " + expected(),
                        "uploaded " + bytes + " " + expected(),
                        "received " + expected()));
    }

    private static String expected() {
        MessageDigest digest = Sha256.digest();
        byte[] block = LargeBodies.BLOCK.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < MIB * LargeBodies.BLOCKS_PER_MIB; i++) {
            digest.update(block);
        }
        return Sha256.hex(digest);
    }
}
