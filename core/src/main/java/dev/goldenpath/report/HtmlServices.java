package dev.goldenpath.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The services of the run: how each was over its time, and what tests exchanged with it; nothing where it knows none. */
final class HtmlServices {
    private static final int SHOWN = 20;
    private static final String RULE =
            "A bar lasts from the first probe that says so to the last one in a row; where no "
                    + "state has a bar, nobody asked. Bytes are those of the tests' own HTTP exchanges as our client counted them; "
                    + "bytes on the wire are what the JVM's sockets sent and received while tests ran, as the network witness saw it.";

    private final RunAccount account;
    private final Html html;

    HtmlServices(RunAccount account, Html html) {
        this.account = account;
        this.html = html;
    }

    /** Whether there is anything to say. */
    static boolean isWorthwhile(RunAccount account) {
        return !ServiceView.of(account).isEmpty();
    }

    void write() throws IOException {
        List<ServiceView> services = ServiceView.of(account);
        if (!services.isEmpty()) {
            html.element("section", Html.attributes("id", "services", "aria-labelledby", "services-title"), () -> {
                html.element("h2", Map.of("id", "services-title"), "Services");
                html.element("p", Map.of("class", "note"), RULE);
                traffic(services);
                Optional<RunSpan> span = RunSpan.of(account);
                for (ServiceView service : services) {
                    service(service, span);
                }
            });
        }
    }

    private void traffic(List<ServiceView> services) throws IOException {
        HtmlTable table = new HtmlTable(
                html,
                "What tests exchanged with services",
                1,
                List.of(
                        "service",
                        "HTTP exchanges",
                        "WebSocket sessions",
                        "messages",
                        "bytes sent",
                        "received",
                        "on the wire sent",
                        "received"));
        services.forEach(service -> table.row(row(service)));
        table.write();
    }

    private static List<String> row(ServiceView service) {
        ServiceTraffic traffic = service.traffic() == null ? new ServiceTraffic() : service.traffic();
        return List.of(
                service.name(),
                number(traffic.exchanges()),
                number(traffic.sessions()),
                number(traffic.messages()),
                number(traffic.sentBytes()),
                number(traffic.receivedBytes()),
                witnessed(traffic.witnessedSentBytes()),
                witnessed(traffic.witnessedReceivedBytes()));
    }

    /** That the witness has seen none may be as it could not look. */
    private static String witnessed(long bytes) {
        return bytes == 0 ? "–" : number(bytes);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void service(ServiceView service, Optional<RunSpan> span) throws IOException {
        html.element("article", Map.of("class", "service"), () -> {
            html.element("h3", () -> html.brief(service.name()));
            if (span.isPresent()
                    && !(service.probes().isEmpty() && service.revisions().isEmpty())) {
                new HtmlStates(account, html, span.get()).write(service);
            } else {
                html.element("p", Map.of("class", "note"), "Nobody has said how it was.");
            }
            facts(service).write();
        });
    }

    private HtmlFacts facts(ServiceView service) {
        HtmlFacts facts = new HtmlFacts(html);
        if (service.declared() != null) {
            facts.add(
                    "Depends on",
                    one(service.declared().dependsOn().entrySet().stream()
                            .map(need -> need.getKey() + " ("
                                    + need.getValue().name().toLowerCase(Locale.ROOT) + ")")
                            .toList()));
            facts.add(
                    "Reported by",
                    Optional.ofNullable(service.declared().reportedBy()).stream()
                            .toList());
            facts.add(
                    "Revision expected",
                    Optional.ofNullable(service.declared().revisionExpected()).stream()
                            .toList());
        }
        ServiceTraffic traffic = service.traffic();
        if (traffic != null) {
            facts.add("HTTP statuses", one(counted(traffic.statuses())));
            facts.add("Users", one(counted(traffic.users())));
            facts.add("Says who calls", one(identities(traffic)));
            facts.add("Addresses", one(List.copyOf(traffic.addresses())));
        }
        return facts;
    }

    private static List<String> counted(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + ": " + number(each.getValue()))
                .toList();
    }

    private static List<String> identities(ServiceTraffic traffic) {
        return traffic.identities().entrySet().stream()
                .map(each -> each.getKey() + (each.getValue() ? " ✓ each time" : " ✗ not each time"))
                .toList();
    }

    /** All in one line, and how many more there are. */
    private static List<String> one(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        String more = texts.size() > SHOWN ? ", and " + (texts.size() - SHOWN) + " more" : "";
        return List.of(texts.stream().limit(SHOWN).collect(Collectors.joining(", ")) + more);
    }
}
