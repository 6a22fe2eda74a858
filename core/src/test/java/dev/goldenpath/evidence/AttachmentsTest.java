package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentsTest {
    private static final String PID = Long.toString(ProcessHandle.current().pid());
    private static final byte[] NO_TEXT = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff};

    @TempDir
    private Path output;

    private final Redaction redaction = new Redaction();
    private final Recording recording = new Ledger(RunClock.start(Clock.systemUTC()), List.of()).ofTest("test", 1);

    @Test
    void aTextIsKeptRedactedAndItsDigestIsThatOfTheFile() throws Exception {
        redaction.addValue("hunter2");
        Attachment kept = attach("answer.json", "application/json", "{\"password\":\"x\",\"of\":\"hunter2 ü\"}");
        byte[] file = Files.readAllBytes(fileOf(kept));
        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo("{\"password\":\"***\",\"of\":\"*** ü\"}");
        assertThat(kept.bytes()).isEqualTo(file.length);
        assertThat(kept.sha256()).isEqualTo(sha256(file));
        assertThat(kept.file()).isEqualTo("attachments/r1/answer-" + PID + "-1.json");
        assertThat(kept.withheld()).isNull();
    }

    @Test
    void bytesThatAreTextAreRedactedInTheirCharset() throws IOException {
        Charset latin = StandardCharsets.ISO_8859_1;
        redaction.addValue("geheim-ä");
        evidence().attach("notiz", "text/plain; charset=ISO-8859-1", "für geheim-ä".getBytes(latin));
        Attachment kept = latest();
        assertThat(Files.readString(fileOf(kept), latin)).isEqualTo("für ***");
        assertThat(kept.file()).endsWith(".txt");
    }

    @Test
    void aBinaryIsKeptAsItIs() throws IOException {
        evidence().attach("screen shot", "image/png", NO_TEXT);
        Attachment kept = latest();
        assertThat(Files.readAllBytes(fileOf(kept))).isEqualTo(NO_TEXT);
        assertThat(kept)
                .isEqualTo(new Attachment(
                        "screen shot",
                        "image/png",
                        6,
                        kept.sha256(),
                        "attachments/r1/screen_shot-" + PID + "-1.png",
                        null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/plain"})
    void whatHoldsASecretAndCanNotBeMaskedIsWithheld(String mediaType) {
        redaction.addValue("hunter2");
        byte[] content = "..hunter2..".getBytes(StandardCharsets.UTF_8);
        content[0] = (byte) 0xff;
        evidence().attach("dump", mediaType, content);
        assertThat(latest())
                .isEqualTo(new Attachment(
                        "dump",
                        mediaType,
                        11,
                        null,
                        null,
                        "it holds a secret, which can't be masked in content that is not text"));
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void aFileIsCopied() throws IOException {
        Path file = Files.writeString(output.resolve("server.log"), "started");
        evidence().attach("server", "text/plain", file);
        assertThat(fileOf(latest())).hasContent("started").isNotEqualTo(file);
        assertThatThrownBy(() -> evidence().attach("server", "text/plain", output.resolve("nowhere.log")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Attachment 'server' can't be read from " + output + "/nowhere.log: "
                        + "java.nio.file.NoSuchFileException: " + output + "/nowhere.log");
    }

    @Test
    void morethan64MebibytesAreRefused() throws IOException {
        Path file = output.resolve("heap.bin");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(64 * 1024 * 1024 + 1);
        }
        assertThatThrownBy(() -> evidence().attach("heap", "application/octet-stream", file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Attachment 'heap' is of 67108865 bytes, and at most 67108864 (64 MiB) are kept. Attach the "
                                + "part of it that tells.");
        assertThat(recording.count("attachment")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd,etc_passwd",
        "C:\\x\\con.txt,C_x_con",
        ".hidden,hidden",
        "Überblick,berblick",
        "…,attachment",
        "a..b.tar.gz,a..b.tar",
    })
    void aNameBecomesAFileNameThatIsSafeEverywhere(String name, String stem) {
        assertThat(attach(name, "text/plain", "text").file()).startsWith("attachments/r1/" + stem + "-" + PID + "-1.");
    }

    @Test
    void aLongNameIsCutAndNoFileNameShowsASecret() {
        assertThat(attach("x".repeat(300), "text/csv", "1").file())
                .isEqualTo("attachments/r1/" + "x".repeat(60) + "-" + PID + "-1.csv");
        redaction.addValue("open_sesame");
        assertThat(attach("open sesame", "text/csv", "1").file()).contains("/attachment-");
        assertThat(attach("say open_sesame", "text/csv", "1").file()).contains("/say-");
    }

    @Test
    void twoOfOneNameAreTwoFilesAlsoWhenAnotherJvmHasTaken() {
        attach("log", "text/plain", "of another JVM with this process id");
        Attachments ofThisJvm = attachments();
        TestEvidence evidence = new TestEvidence(() -> recording, redaction, ofThisJvm);
        evidence.attach("log", "text/plain", "one");
        String first = latest().file();
        evidence.attach("log", "text/plain", "two");
        assertThat(List.of(Objects.requireNonNull(first), Objects.requireNonNull(latest().file())))
                .containsExactly("attachments/r1/log-" + PID + "-2.txt", "attachments/r1/log-" + PID + "-3.txt");
    }

    @Test
    void whatCanNotBeWrittenIsAnError() throws IOException {
        Files.createFile(output.resolve("attachments"));
        assertThatThrownBy(() -> attach("log", "text/plain", "text"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Attachment 'log' can't be written to " + output + "/attachments/r1: ");
    }

    private Attachment attach(String name, String mediaType, String text) {
        evidence().attach(name, mediaType, text);
        return latest();
    }

    private TestEvidence evidence() {
        return new TestEvidence(() -> recording, redaction, attachments());
    }

    private Attachments attachments() {
        return new Attachments(output, output.resolve("attachments/r1"));
    }

    private Attachment latest() {
        List<RecordedEvidence> latest = recording.latest();
        return (Attachment) latest.get(latest.size() - 1).evidence();
    }

    private Path fileOf(Attachment attachment) {
        return output.resolve(Objects.requireNonNull(attachment.file()));
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
