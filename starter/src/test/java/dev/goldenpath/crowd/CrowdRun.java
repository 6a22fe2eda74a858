package dev.goldenpath.crowd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests of {@link CrowdOfUsers} as a build tool does, and tells what came of each. */
final class CrowdRun implements TestExecutionListener {
    private final List<String> told = new ArrayList<>();

    private CrowdRun() {}

    /** Writes the {@code goldenpath.yaml} of so many users, and of a few more. */
    static void prepare(Path folder, EchoProcess service, int users) throws IOException {
        int all = users + CrowdOfUsers.FEW;
        Files.writeString(folder.resolve("goldenpath.yaml"), """
                environments:
                  local:
                    ready-within: 20s
                    services:
                      api: { url: "http://127.0.0.1:%d", health: /health, timeouts: { call: 60s, connect: 20s },
                             login: { path: /login, username: /email, password: /password, token: /access_token } }
                      live: { url: "http://127.0.0.1:%d", websocket: { token: { query: token } }, timeouts: { connect: 20s } }
                    users:
                %s
                    pools:
                      all: { users: [%s], folder: '%s' }
                      few: { users: [%s], folder: '%s' }
                policy: { rules: { empty-class: off, not-run: off } }
                """.formatted(
                        service.port(),
                        service.socketPort(),
                        each(
                                1,
                                all,
                                "      u%1$d: { service: api, grant: login, username: u%1$d@example.com, "
                                        + "password: \"not-used-%1$d\" }",
                                "\n"),
                        each(1, users, "u%d", ", "),
                        folder.resolve("leases"),
                        each(users + 1, all, "u%d", ", "),
                        folder.resolve("leases")));
    }

    private static String each(int first, int last, String format, String between) {
        return IntStream.rangeClosed(first, last).mapToObj(format::formatted).collect(Collectors.joining(between));
    }

    /** Name and outcome of each, in this order: {@code fifty: SUCCESSFUL}, else with what was thrown. */
    static List<String> of(Path folder, String... tests) {
        CrowdRun run = new CrowdRun();
        try (LauncherSession session = LauncherFactory.openSession()) {
            for (String test : tests) {
                session.getLauncher()
                        .execute(
                                LauncherDiscoveryRequestBuilder.request()
                                        .selectors(DiscoverySelectors.selectMethod(
                                                CrowdOfUsers.class, test, "dev.goldenpath.users.VirtualUsers"))
                                        .configurationParameters(Map.of(
                                                "goldenpath.file",
                                                folder.resolve("goldenpath.yaml")
                                                        .toString(),
                                                "goldenpath.output",
                                                folder.resolve("out").toString(),
                                                "goldenpath.runId",
                                                "crowd"))
                                        .build(),
                                run);
            }
        }
        return run.told;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            told.add(test.getDisplayName().replaceFirst("\\(.*", "") + ": " + result.getStatus()
                    + result.getThrowable().map(thrown -> ", " + thrown).orElse(""));
        }
    }

    /** @param arguments the folder, and the names of the tests */
    public static void main(String[] arguments) {
        String[] tests = List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
        of(Path.of(arguments[0]), tests).forEach(System.out::println);
    }
}
