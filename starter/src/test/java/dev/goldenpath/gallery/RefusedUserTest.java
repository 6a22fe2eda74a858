package dev.goldenpath.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.gallery.honest.RefusedUser;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A token that the service refuses blocks the tests that need it: neither they nor the product has failed. */
class RefusedUserTest {
    @RegisterExtension
    static final Gallery GALLERY = new Gallery();

    @TempDir
    Path folder;

    @Test
    void blocksItsTestsBeforeTheirFirstCall() throws IOException {
        String yaml = GALLERY.local()
                .replace("users:\n", "users:\n          expired: { grant: token, token: token-of-yesterday }\n");

        GalleryRun run = GALLERY.run(RefusedUser.class, folder, yaml, Map.of());

        assertThat(run.tests()).hasSize(3);
        assertThat(run.failuresOfTheirOwn())
                .hasSize(3)
                .extracting(Throwable::getMessage)
                .allSatisfy(message -> assertThat(message)
                        .startsWith("Service 'gallery' refuses user 'expired'.")
                        .contains("gallery does not know the caller 'expired' (GET /me#/id → 401)")
                        .doesNotContain("token-of-yesterday"));
        assertThat(run.verdicts()).containsExactly(Verdict.BLOCKED);
        try (Stream<Path> written = Files.walk(folder.resolve("out"))) {
            for (Path log :
                    written.filter(file -> file.toString().endsWith(".jsonl")).toList()) {
                // It was asked once, and not called for the tests.
                assertThat(Files.readAllLines(log))
                        .filteredOn(line -> line.contains("\"kind\":\"http-exchange\""))
                        .noneMatch(line -> line.contains("/chat"))
                        .filteredOn(line -> line.contains("\"purpose\":\"identity\""))
                        .hasSize(1);
                assertThat(log).content().doesNotContain("token-of-yesterday");
            }
        }
    }
}
