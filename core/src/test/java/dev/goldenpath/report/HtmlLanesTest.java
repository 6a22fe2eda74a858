package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlLanesTest {
    @TempDir
    private Path folder;

    private JsonNode detail(int users) throws IOException {
        try (SampleLog log = SampleUsers.log(folder, users)) {
            return PageBlocks.of(log.page()).get("detail-0");
        }
    }

    private static List<String> names(JsonNode detail) {
        return detail.at("/attempts/0/users").findValuesAsText("name");
    }

    private static List<String> usersOfLines(JsonNode detail) {
        return StreamSupport.stream(detail.path("lines").spliterator(), false)
                .filter(line -> line.has("user"))
                .map(line -> line.path("user").asText())
                .distinct()
                .toList();
    }

    @Test
    void eachUserHasALaneWithItsCallsAndWhatIsWrongWithIt() throws IOException {
        JsonNode detail = detail(7);

        assertThat(names(detail)).containsExactly("u4", "u6", "u1", "u2", "u3", "u5", "u7");
        JsonNode failed = detail.at("/attempts/0/users/0");
        assertThat(failed.path("failure").asText()).isEqualTo(SampleUsers.FAILURE);
        assertThat(failed.path("calls").asInt()).isEqualTo(3);
        assertThat(failed.path("messages").asInt()).isEqualTo(2);
        assertThat(failed.path("broken").asInt()).isEqualTo(1);
        assertThat(failed.path("tookUs").asLong()).isGreaterThan(24_000);
        assertThat(detail.at("/attempts/0/users/1/mixed").asBoolean()).isTrue();
        assertThat(detail.at("/attempts/0/users/2").has("mixed")).isFalse();
        assertThat(detail.at("/attempts/0").has("userCount")).isFalse();
        assertThat(detail.path("lines")).hasSize(7 * 6 + 3);
    }

    @Test
    void ofManyUsersTwentyAreShownWithAllTheirLinesAndNobodyElses() throws IOException {
        JsonNode detail = detail(300);

        assertThat(names(detail)).hasSize(20).startsWith("u4", "u6").doesNotHaveDuplicates();
        assertThat(detail.at("/attempts/0/userCount").asInt()).isEqualTo(300);
        assertThat(usersOfLines(detail)).containsExactlyInAnyOrderElementsOf(names(detail));
        assertThat(detail.path("lines")).hasSize(20 * 6 + 3);
        assertThat(detail.has("leftOut")).isFalse();
        // From the first to the last.
        assertThat(names(detail)).contains("u1").anyMatch(name -> Integer.parseInt(name.substring(1)) > 270);
    }

    @Test
    void whatIsForeseenForManyUsersIsWhatTheyTake() throws IOException {
        try (SampleLog log = SampleUsers.log(folder, 300)) {
            LoggedRun run = log.run();
            TrafficFigures figures = new TrafficFigures();
            run.evidence().forEach(figures);
            StringWriter written = new StringWriter();
            HtmlTests tests = new HtmlTests(RunAccount.of(run, figures), new Html(written), 200_000);
            tests.write();
            tests.writeDetails();

            assertThat(run.evidence().bytesOf(run.tests().get(0))).isGreaterThan(1_000_000);
            assertThat(written.toString()).hasSizeLessThan(200_000);
            assertThat(PageBlocks.of(written.toString()).get("detail-0").path("lines"))
                    .hasSize(20 * 6 + 3);
        }
    }

    @Test
    void whereThereIsLittleRoomThereAreFewerLanes() throws IOException {
        try (SampleLog log = SampleUsers.log(folder, 30)) {
            TrafficFigures figures = new TrafficFigures();
            log.run().evidence().forEach(figures);
            UserLanes users = figures.of(log.run().tests().get(0), 1).users();

            assertThat(users.shown(2))
                    .extracting(UserLane::name)
                    .startsWith("u4")
                    .hasSize(2);
            assertThat(users.shown(5))
                    .extracting(UserLane::name)
                    .startsWith("u4", "u6")
                    .hasSize(5);
            assertThat(users.shown(20)).hasSize(20);
            assertThat(users.shown(30)).hasSize(30);
        }
    }

    @Test
    void aTestWithOneUserHasNoLanes() throws IOException {
        try (SampleLog log = new SampleLog(folder)) {
            log.test(
                    SampleLog.planned("com.example.ChatIT", "one()", "P1"),
                    Verdict.PASSED,
                    null,
                    SampleUsers.call("alice", "GET", "/a", 200),
                    SampleUsers.call("alice", "GET", "/b", 200));

            assertThat(PageBlocks.of(log.page())
                            .get("detail-0")
                            .at("/attempts/0")
                            .has("users"))
                    .isFalse();
        }
    }
}
