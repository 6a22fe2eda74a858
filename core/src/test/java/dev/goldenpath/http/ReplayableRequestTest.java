package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.CallWatch;
import dev.goldenpath.client.ReplayAnswer;
import dev.goldenpath.client.Replayable;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.Answer;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ReplayableRequestTest {
    private static final String FORGED_TOKEN = "a-forged-token";
    private static final RequestAuthorizer FORGED = RequestAuthorizer.ofNobody(
            "a forged token", Map.of("Authorization", "Bearer " + FORGED_TOKEN), FORGED_TOKEN);

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @TempDir
    private Path folder;

    private final CallWatch watch = new CallWatch();
    private final List<Replayable> told = new ArrayList<>();
    private Scene scene;
    private ServiceClient alice;

    @BeforeEach
    void openScene() {
        scene = new Scene(SERVER.url());
        alice = scene.watchedBy(watch, true);
        watch.watch(scene.recording, told::add);
    }

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @Test
    void tellsWhatWasCalledAsWhomAndWhatCameOfIt() {
        alice.get("/answer")
                .query("body", "secret")
                .query("h.X-Id", "7")
                .query("token", "hidden")
                .send();

        Replayable call = told.get(0);
        assertThat(call.description()).matches("GET http://127\\.0\\.0\\.1:\\d+/answer\\?.*token=\\*\\*\\* as alice");
        assertThat(call).hasToString(call.description());
        assertThat(call.service().name()).isEqualTo("backend");
        assertThat(call.user()).contains("alice");
        assertThat(call.answer().status()).isEqualTo(200);
        assertThat(call.answer().body()).isEqualTo("secret");
        assertThat(call.answer().headers().get("X-id")).containsExactly("7");
        assertThat(call.answer().closeCode()).isNull();
        assertThat(call.answer()).hasToString(call.description() + " → 200");
    }

    @Test
    void otherCredentialsTakeTheUsersPlaceAndAllElseStays() {
        alice.get("/echo").query("q", "1").header("X-Mine", "1").send();

        ReplayAnswer again = told.get(0).replay(FORGED, scene.recording);

        assertThat(again.body())
                .startsWith("GET /echo?q=1\n")
                .contains("\nx-mine: 1\n", "\nauthorization: Bearer a-forged-token\n")
                .doesNotContain(Scene.TOKEN);
        assertThat(again.description()).isEqualTo("GET " + SERVER.url() + "/echo?q=1 with a forged token → 200");
    }

    @Test
    void withNobodysCredentialsTheEvidenceNamesNoUser() {
        alice.get("/echo").query("token", FORGED_TOKEN).send();

        told.get(0).replay(FORGED, scene.recording);
        told.get(0).replay(null, scene.recording);

        assertThat(scene.exchanges()).extracting(HttpExchange::user).containsExactly("alice", null, null);
        assertThat(scene.exchanges()).extracting(HttpExchange::purpose).containsExactly(null, "replay", "replay");
        assertThat(scene.exchanges().toString()).doesNotContain(FORGED_TOKEN);
        assertThat(scene.recording.answers(Phase.TEST)).isEqualTo(3);
        assertThat(scene.recording.answerers()).extracting(Answer::user).containsExactly("alice", null);
    }

    @Test
    void asADeclaredUserItIsACallOfThatUser() {
        alice.get("/echo").send();

        ReplayAnswer again = told.get(0).replay(new Bob(), scene.recording);

        assertThat(again.body()).contains("\nx-user: bob\n").doesNotContain("authorization:");
        assertThat(scene.exchanges()).extracting(HttpExchange::user).containsExactly("alice", "bob");
        assertThat(scene.exchanges().get(1).purpose()).isNull();
        assertThat(scene.recording.answerers()).extracting(Answer::user).containsExactly("alice", "bob");
    }

    @Test
    void credentialsThatTheAuthorWroteGiveWay() {
        ServiceClient anonymous = scene.watchedBy(watch, false);
        anonymous
                .get("/echo")
                .header("authorization", "Basic own")
                .header("X-USER", "own")
                .send();

        assertThat(told.get(0).user()).isEmpty();
        assertThat(told.get(0).replay(null, scene.recording).body())
                .doesNotContain("authorization:")
                .contains("\nx-user: own\n");
        assertThat(told.get(0).replay(new Bob(), scene.recording).body())
                .doesNotContain("authorization:")
                .contains("\nx-user: bob\n")
                .doesNotContain("x-user: own");
    }

    @Test
    void noSecretThatTheAuthorWroteGoesAlong() {
        scene.redaction.addHeader("X-Partner");
        alice.get("/echo")
                .query("q", "a b&c")
                .query("Access-Token", "own1")
                .query("sig", "own2")
                .query("plain", "%")
                .header("X-Api-Key", "own3")
                .header("x-auth-token", "own4")
                .header("Cookie", "sid=own5")
                .header("X-PARTNER", "own6")
                .header("X-Mine", "1")
                .send();

        for (RequestAuthorizer credentials : Arrays.asList(FORGED, new Bob(), null)) {
            assertThat(told.get(0).replay(credentials, scene.recording).body())
                    .startsWith("GET /echo?q=a%20b%26c&plain=%25\n")
                    .contains("\nx-mine: 1\n")
                    .doesNotContain("own");
        }
        alice.get("/echo?token=own7").send();
        assertThat(told.get(1).replay(null, scene.recording).body()).startsWith("GET /echo\n");
    }

    @Test
    void noCookieOfTheTestGoesAlongAndNoneIsKept() {
        alice.get("/answer").query("h.Set-Cookie", "of=alice").send();
        assertThat(alice.get("/echo").send().text()).contains("\ncookie: of=alice\n");

        assertThat(told.get(1).replay(FORGED, scene.recording).body()).doesNotContain("cookie:");
        assertThat(told.get(0).replay(FORGED, scene.recording).headers()).containsKey("Set-cookie");
        assertThat(told.get(1).replay(FORGED, scene.recording).body()).doesNotContain("cookie:");
    }

    @Test
    void theBodyIsSentAgain() {
        alice.post("/echo").json(Map.of("text", "hello")).send();
        alice.post("/echo").form("a", "1 2").form("b", "ü").send();
        alice.put("/echo").part("note", "of a multipart").send();

        assertThat(replayed(0)).contains("\ncontent-type: application/json\n").endsWith("\n\n{\"text\":\"hello\"}");
        assertThat(replayed(1))
                .contains("\ncontent-type: application/x-www-form-urlencoded\n")
                .endsWith("\n\na=1+2&b=%C3%BC");
        assertThat(replayed(2)).startsWith("PUT /echo\n").contains("of a multipart");
        assertThat(scene.exchanges().get(3).requestBody())
                .isEqualTo(scene.exchanges().get(0).requestBody());
    }

    @Test
    void aFileIsStreamedAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("file.txt"), "x".repeat(3_000_000));
        String digest = alice.post("/digest").body(file, "text/plain").send().text();

        assertThat(replayed(0)).isEqualTo(digest).startsWith("3000000 ");
    }

    @Test
    void aCallThatBreaksGivesNoAnswer() throws IOException {
        Path file = Files.writeString(folder.resolve("file.txt"), "text");
        alice.post("/digest").body(file, "text/plain").send();
        Files.delete(file);

        ServiceCallException broken = catchThrowableOfType(
                ServiceCallException.class, () -> told.get(0).replay(FORGED, scene.recording));

        assertThat(broken.headline()).startsWith("POST " + SERVER.url() + "/digest with a forged token: ");
        assertThat(scene.exchanges().get(1).failure()).isNotNull();
    }

    @Test
    void aCallIsToldOnceWithItsLastAnswer() {
        String target = "/answer?body=there";
        alice.get("/answer/here")
                .query("status", 302)
                .query("h.Location", target)
                .followRedirects()
                .send();
        alice.get("/ready-after/3/replay").retry(Retry.upTo(5).onStatus(503)).send();

        assertThat(told).extracting(call -> call.answer().status()).containsExactly(200, 200);
        assertThat(told.get(0).answer().body()).isEqualTo("there");
        assertThat(told.get(0).description()).contains("/answer/here");
    }

    @Test
    void aReplayFollowsNoRedirectAndIsNotTriedAgain() {
        alice.get("/answer/here")
                .query("status", 302)
                .query("h.Location", "/answer")
                .followRedirects()
                .retry(Retry.upTo(5).onStatus(302))
                .send();
        int before = scene.exchanges().size();

        assertThat(told.get(0).replay(FORGED, scene.recording).status()).isEqualTo(302);
        assertThat(scene.exchanges()).hasSize(before + 1);
    }

    @Test
    void aReplayIsToldToNobody() {
        alice.get("/echo").send();

        told.get(0).replay(new Bob(), scene.recording);
        told.get(0).replay(FORGED, scene.recording);

        assertThat(told).hasSize(1);
    }

    @Test
    void theEvidenceOfAReplayGoesWhereItShould() {
        alice.get("/echo").send();
        Recording other = scene.ledger.ofTest("class/other", 1);
        other.enter(Phase.TEARDOWN);

        told.get(0).replay(FORGED, other);

        assertThat(scene.recorded.get(1).test()).isEqualTo("class/other");
        assertThat(scene.recorded.get(1).phase()).isEqualTo(Phase.TEARDOWN);
    }

    @Test
    void aStreamedAnswerIsKnownByItsRecord() {
        alice.get("/answer").query("body", "streamed").stream(body -> body.readAllBytes());

        assertThat(told.get(0).answer().body()).isEqualTo("streamed");
    }

    @Test
    void ofAnAnswerWithoutAnEndTheBeginningIsKept() {
        try (Scene broken = new Scene(SERVER.brokenUrl())) {
            watch.watch(broken.recording, told::add);
            broken.watchedBy(watch, true).get("/endless").stream(body -> body.read());

            ReplayAnswer again = told.get(0).replay(FORGED, broken.recording);

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body().length()).isPositive().isLessThanOrEqualTo(1 << 20);
        }
    }

    @Test
    void whatWasNotAnsweredIsNotTold() {
        try (Scene broken = new Scene(SERVER.brokenUrl())) {
            watch.watch(broken.recording, told::add);
            ServiceClient client = broken.watchedBy(watch, true);

            catchThrowableOfType(
                    ServiceCallException.class, () -> client.get("/reset").send());

            assertThat(told).isEmpty();
        }
    }

    private String replayed(int call) {
        return told.get(call).replay(FORGED, scene.recording).body();
    }

    private record Bob() implements RequestAuthorizer {
        @Override
        public String user() {
            return "bob";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("X-User", "bob");
        }

        @Override
        public Optional<String> token() {
            return Optional.empty();
        }
    }
}
