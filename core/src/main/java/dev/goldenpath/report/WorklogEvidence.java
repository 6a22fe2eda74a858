package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The worklog's section of what shows that real services did real work. */
final class WorklogEvidence {
    private static final int TAIL = 95;
    private static final int PEERS = 10;
    private static final String COUNTED =
            "Counted are the calls of all attempts of all tests, without those that the library makes for itself.\n\n";
    private static final String NOTHING = "No test exchanged anything with a service.\n";

    private WorklogEvidence() {}

    static String of(RunAccount account) {
        LoggedRun run = account.run();
        Map<String, ServiceTraffic> services = account.traffic().services();
        StringBuilder text = new StringBuilder();
        Tallies.grades(run)
                .ifPresent(grades ->
                        text.append("- Grades of the passes: ").append(grades).append('\n'));
        String silent = silent(run, services);
        text.append(silent);
        text.append(text.isEmpty() ? "" : "\n").append(services.isEmpty() ? NOTHING : "");
        text.append(services.isEmpty() ? "" : COUNTED)
                .append(services.entrySet().stream()
                        .map(each -> "### " + Markdown.code(each.getKey()) + "\n\n" + service(each.getValue()))
                        .collect(Collectors.joining("\n")));
        return text.append("\nWhat a pass does not prove: ")
                .append(CodeFindings.LIMITS)
                .append('\n')
                .toString();
    }

    /** The declared services with which no test exchanged anything. */
    private static String silent(LoggedRun run, Map<String, ServiceTraffic> services) {
        BulletList list = new BulletList();
        Map<String, LoggedService> declared = run.services().declared();
        List<String> silent = declared.entrySet().stream()
                .filter(each -> !services.containsKey(each.getKey()))
                .map(each -> Markdown.code(each.getKey())
                        + (each.getValue().reportedBy() == null
                                ? ""
                                : ", for which " + Markdown.code(each.getValue().reportedBy()) + " speaks"))
                .toList();
        if (!silent.isEmpty() && !services.isEmpty()) {
            list.add("No test called", String.join("; ", silent));
        }
        return list.toString();
    }

    private static String service(ServiceTraffic traffic) {
        BulletList list = new BulletList();
        List<String> addresses = List.copyOf(traffic.addresses());
        if (!addresses.isEmpty()) {
            int more = addresses.size() - PEERS;
            list.add(
                    "At",
                    Markdown.codes(addresses.stream().limit(PEERS).toList())
                            + (more > 0 ? " and " + Counted.of(more, "more address") : ""));
        }
        if (traffic.exchanges() > 0) {
            list.add("HTTP", http(traffic));
        }
        if (traffic.sessions() > 0) {
            list.add(
                    "WebSocket",
                    Counted.of(traffic.sessions(), "session") + ", "
                            + Counted.of(traffic.handshakes().count()) + " of them accepted, with "
                            + Counted.of(traffic.messages(), "message") + " both ways");
        }
        bytes(traffic, list);
        users(traffic, list);
        return list.toString();
    }

    private static String http(ServiceTraffic traffic) {
        String statuses = traffic.statuses().entrySet().stream()
                .map(each -> Counted.of(each.getValue()) + " × "
                        + (each.getKey().equals("none") ? "no answer" : each.getKey()))
                .collect(Collectors.joining(", "));
        String tail = traffic.total()
                .percentile(TAIL)
                .map(p95 -> "; p95 of " + Counted.of(traffic.total().count()) + " answered: " + TimeTaken.of(p95))
                .orElse("");
        return Counted.of(traffic.exchanges(), "exchange") + ": " + statuses + tail;
    }

    private static void bytes(ServiceTraffic traffic, BulletList list) {
        List<String> parts = new ArrayList<>();
        if (traffic.sentBytes() + traffic.receivedBytes() > 0) {
            parts.add(Counted.of(traffic.sentBytes()) + " sent and " + Counted.of(traffic.receivedBytes())
                    + " received in HTTP exchanges");
        }
        if (traffic.witnessedSentBytes() + traffic.witnessedReceivedBytes() > 0) {
            parts.add(Counted.of(traffic.witnessedSentBytes()) + " sent and "
                    + Counted.of(traffic.witnessedReceivedBytes())
                    + " received on the wire, as the network witness saw");
        } else {
            parts.add("none witnessed");
        }
        list.add("Bytes", String.join("; ", parts));
    }

    private static void users(ServiceTraffic traffic, BulletList list) {
        if (!traffic.users().isEmpty()) {
            list.add(
                    "Answered",
                    traffic.users().entrySet().stream()
                            .map(each -> Counted.of(each.getValue()) + " × "
                                    + (each.getKey().equals(ServiceTraffic.ANONYMOUS)
                                            ? "without a user"
                                            : "as " + Markdown.code(each.getKey())))
                            .collect(Collectors.joining(", ")));
        }
        list.codes("The service said that this is who called", said(traffic, true));
        list.codes("The service did not say that this is who called", said(traffic, false));
    }

    private static List<String> said(ServiceTraffic traffic, boolean confirmed) {
        return traffic.identities().entrySet().stream()
                .filter(each -> each.getValue() == confirmed)
                .map(Map.Entry::getKey)
                .toList();
    }
}
