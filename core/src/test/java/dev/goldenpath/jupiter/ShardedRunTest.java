package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.environment.Shard;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.report.GateReport;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunLogReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Which tests run in a shard, and what its log and its gate say. */
class ShardedRunTest {
    private static final Class<?>[] ALL = {Plain.class, Kinds.class, Inherited.class, Foreign.class, Half.class};

    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    Path folder;

    @GoldenPath
    static class Plain {
        @Test
        void calls(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }
    }

    @GoldenPath
    static class Kinds {
        @RepeatedTest(2)
        void repeats(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/a", "/b"})
        void takes(String path, ServiceClient echo) {
            assertThat(echo.get(path).send()).hasStatus(200);
        }

        @TestFactory
        Stream<DynamicTest> makes(ServiceClient echo) {
            return Stream.of("x", "y")
                    .map(name -> DynamicTest.dynamicTest(
                            name, () -> assertThat(echo.get("/" + name).send()).hasStatus(200)));
        }

        @Nested
        class Within {
            @Test
            void isNested(ServiceClient echo) {
                assertThat(echo.get("/").send()).hasStatus(200);
            }
        }
    }

    /** Its nested class is written elsewhere, and runs where it is. */
    static class Inherited extends Kinds {}

    static class Foreign {
        @Test
        void isNobodysBusiness() {
            assertThat(1 + 1).isEqualTo(2);
        }
    }

    /** Of its tests, those of the nested class are golden-path tests. */
    static class Half {
        @Test
        void isForeign() {
            assertThat(1 + 1).isEqualTo(2);
        }

        @Nested
        @GoldenPath
        class Ours {
            @Test
            void isOurs(ServiceClient echo) {
                assertThat(echo.get("/").send()).hasStatus(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theShardsTogetherRunEveryTestOnce(int total) throws Exception {
        ShardSplit split = ShardSplit.into(total, Map.of());
        for (int index = 1; index <= total; index++) {
            GoldenPathRun run = shard(index + "/" + total).run(ALL);

            assertThat(run.closingFailure()).isEmpty();
            assertThat(run.result("isNobodysBusiness()")).isNotNull();
            assertThat(run.result("isForeign()")).isNotNull();
            assertThat(run.result("calls(ServiceClient)") != null)
                    .isEqualTo(split.shardOf(Plain.class.getName()) == index);
        }
        LoggedRun run = logged();

        assertThat(run.tests())
                .hasSize(1 + 7 + 7 + 1)
                .allMatch(test -> test.verdict().name().equals("PASSED"));
        assertThat(run.tests().stream().map(test -> test.plan().test())).doesNotHaveDuplicates();
        assertThat(GateReport.of(run).reasons()).isEmpty();
        assertThat(lines("run-started"))
                .extracting(line -> line.path("shard").path("basis").asText())
                .containsOnly("names");
    }

    /** Surefire runs one plan for each class where it has several JVMs, and one more for each rerun. */
    @Test
    void whatRunsDoesNotDependOnWhatElseThereIs() throws Exception {
        for (int index = 1; index <= 2; index++) {
            shard(index + "/2")
                    .run(
                            List.of(selectClass(Plain.class)),
                            List.of(selectClass(Kinds.class)),
                            List.of(selectClass(Half.class)),
                            List.of(selectClass(Inherited.class)));
        }
        assertThat(logged().tests()).hasSize(16);
        assertThat(logged().tests().stream().map(test -> test.plan().test())).doesNotHaveDuplicates();
    }

    @Test
    void anEmptyShardSaysSoAndIsNotRedByItself() throws Exception {
        Shard empty = new Shard(3 - ShardSplit.into(2, Map.of()).shardOf(Plain.class.getName()), 2);

        GoldenPathRun run = shard(empty.toString()).run(Plain.class, Foreign.class);

        assertThat(run.closingFailure()).isEmpty();
        assertThat(run.lines())
                .extracting(line -> line.path("type").asText())
                .containsExactly("run-started", "run-finished");
        assertThat(run.lines().get(0).path("shard").toString())
                .isEqualTo("{\"index\":" + empty.index() + ",\"total\":2,\"basis\":\"names\"}");
        assertThat(GateReport.of(logged().judgedAs(empty)).isGreen()).isTrue();
        assertThat(Files.readString(folder.resolve("out/summary.json"))).contains("\"green\" : true");
        assertThat(GateReport.of(logged()).reasons())
                .containsExactly(
                        "Shard " + (3 - empty.index()) + " of 2 is missing: no log of it is in "
                                + folder.resolve("out").toAbsolutePath()
                                + ". To judge this shard alone, tell the gate goldenpath.shard, too.",
                        "No golden-path test was planned, so nothing was tested.");
    }

    @Test
    void aJvmThatLeavesNothingToOthersWritesNothing() {
        GoldenPathRun run = shard("1/2").run(Foreign.class);

        assertThat(run.result("isNobodysBusiness()")).isNotNull();
        assertThat(run.lines()).isEmpty();
    }

    /** As the Maven JVM does where it is to fork one for each class. */
    @Test
    void aSessionThatOnlyDiscoversLogsAShardThatIsEmptyAndNothingElse() throws Exception {
        GoldenPathRun.against(SERVICE, folder);
        int own = ShardSplit.into(2, Map.of()).shardOf(Plain.class.getName());
        assertThat(containsTests(own + "/2", Plain.class, Foreign.class)).isTrue();
        assertThat(containsTests(own + "/2", Foreign.class)).isTrue();
        assertThat(folder.resolve("out")).doesNotExist();

        assertThat(containsTests((3 - own) + "/2", Plain.class)).isFalse();

        assertThat(GoldenPathRun.in(folder).lines())
                .extracting(line -> line.path("type").asText())
                .containsExactly("run-started", "run-finished");
    }

    private boolean containsTests(String shard, Class<?>... classes) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameter("goldenpath.shard", shard)
                .configurationParameter("goldenpath.runId", "test")
                .configurationParameter(
                        "goldenpath.output", folder.resolve("out").toString());
        Stream.of(classes).forEach(type -> request.selectors(selectClass(type)));
        try (LauncherSession session = LauncherFactory.openSession()) {
            return session.getLauncher().discover(request.build()).containsTests();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/5", "6/5", "x/y", "-1/5", "auto"})
    void whatIsNoShardIsAnErrorOfEveryGoldenPathTest(String value) {
        GoldenPathRun run = shard(value).run(Plain.class, Foreign.class);

        assertThat(run.throwable("calls(ServiceClient)"))
                .hasMessageStartingWith("system property goldenpath.shard: '" + value + "' ");
        assertThat(run.result("isNobodysBusiness()").getThrowable()).isEmpty();
    }

    @Test
    void aLauncherThatDoesNotAskTheFilterIsFoundOut() {
        GoldenPathRun.against(SERVICE, folder);
        int own = ShardSplit.into(2, Map.of()).shardOf(Plain.class.getName());
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        try (LauncherSession session = LauncherFactory.openSession(LauncherConfig.builder()
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build())) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(Plain.class))
                                    .configurationParameter("goldenpath.shard", (3 - own) + "/2")
                                    .configurationParameter(
                                            "goldenpath.output",
                                            folder.resolve("out").toString())
                                    .build(),
                            summary);
        }
        assertThat(summary.getSummary().getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException())
                        .hasMessage("goldenpath.shard is " + (3 - own) + "/2, and " + Plain.class.getName()
                                + " is to run in shard " + own
                                + "/2. The launcher that runs these tests has not asked the filter of shards: let it find"
                                + " its filters and discovery listeners by itself."));
    }

    private GoldenPathRun shard(String shard) {
        return GoldenPathRun.against(SERVICE, folder).parameter("goldenpath.shard", shard);
    }

    private LoggedRun logged() throws Exception {
        return RunLogReader.read(folder.resolve("out"), "test");
    }

    private List<JsonNode> lines(String type) {
        return GoldenPathRun.in(folder).lines(type);
    }
}
