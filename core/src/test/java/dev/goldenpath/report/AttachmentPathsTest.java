package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Attachment;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttachmentPathsTest {
    private static final Path FOLDER = Path.of("/builds/shop/it/target/goldenpath");
    private static final String FILE = "attachments/r1/cart-7-1.png";

    @Test
    void isAbsoluteAndInGitlabRelativeToTheProject() {
        assertThat(lines(FOLDER, Map.of(), FILE))
                .containsExactly("[[ATTACHMENT|/builds/shop/it/target/goldenpath/attachments/r1/cart-7-1.png]]");
        assertThat(lines(FOLDER, Map.of("CI_PROJECT_DIR", "/builds/shop"), FILE))
                .containsExactly("[[ATTACHMENT|it/target/goldenpath/attachments/r1/cart-7-1.png]]");
    }

    @Test
    void aProjectElsewhereSaysNothingOfTheFolder() {
        assertThat(lines(FOLDER, Map.of("CI_PROJECT_DIR", "/builds/other"), FILE))
                .containsExactly("[[ATTACHMENT|/builds/shop/it/target/goldenpath/attachments/r1/cart-7-1.png]]");
        assertThat(lines(FOLDER, Map.of("CI_PROJECT_DIR", "\0"), FILE)).hasSize(1);
    }

    @Test
    void whatWasWithheldOrCannotBeWrittenHasNoLine() {
        assertThat(lines(FOLDER, Map.of(), (String) null)).isEmpty();
        assertThat(lines(Path.of("/a[1]/b"), Map.of(), FILE)).isEmpty();
        assertThat(lines(Path.of("/a|b"), Map.of(), FILE)).isEmpty();
        assertThat(lines(Path.of("/a\nb"), Map.of(), FILE)).isEmpty();
    }

    @Test
    void ofManyTheFirstAreListed() {
        assertThat(AttachmentPaths.in(FOLDER, Map.of()).lines(Collections.nCopies(1_000, attachment(FILE))))
                .hasSize(20);
    }

    @Test
    void theyAreTheFirstLinesOfTheOutputAndOfTheAttemptThatCounts() throws Exception {
        LoggedRun run = new SampleRun()
                .test(
                        SampleRun.planned("P1", "a"),
                        SampleRun.attempt(1, Verdict.FAILED, 1, "no", null),
                        SampleRun.attempt(2, Verdict.PASSED, 1, null, null))
                .read();
        TrafficFigures figures = new SampleTraffic()
                .attached("[class:ChatIT]/[method:a()]", 1, "first.txt")
                .attached("[class:ChatIT]/[method:a()]", 2, "one.txt")
                .attached("[class:ChatIT]/[method:a()]", 2, "two.txt")
                .figures();

        for (boolean strict : new boolean[] {false, true}) {
            String xml = Xml.written(RunAccount.of(run, figures), strict);
            assertThat(xml).contains("""
                            <system-out>
                            [[ATTACHMENT|/builds/shop/target/goldenpath/one.txt]]
                            [[ATTACHMENT|/builds/shop/target/goldenpath/two.txt]]
                              verdict:  PASSED
                            """.stripTrailing());
            assertThat(xml).doesNotContain("first.txt");
        }
    }

    private static List<String> lines(Path folder, Map<String, String> variables, @Nullable String file) {
        return AttachmentPaths.in(folder, variables).lines(List.of(attachment(file)));
    }

    private static Attachment attachment(@Nullable String file) {
        return new Attachment("a", "image/png", 1, null, file, null);
    }
}
