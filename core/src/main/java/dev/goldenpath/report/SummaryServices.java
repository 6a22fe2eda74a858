package dev.goldenpath.report;

import dev.goldenpath.cause.Outage;
import dev.goldenpath.cause.RootCause;
import dev.goldenpath.cause.Why;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.runlog.LoggedRun;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The services of a run in its summary, and the root causes of what did not pass. */
final class SummaryServices {
    private final RunAccount account;
    private final LoggedRun run;
    private final SummaryJson json;

    SummaryServices(RunAccount account, SummaryJson json) {
        this.account = account;
        this.run = account.run();
        this.json = json;
    }

    void write() throws IOException {
        json.array("causes", this::causes);
        json.array("services", this::services);
    }

    private void causes() throws IOException {
        for (RootCause cause : account.causes().all()) {
            json.object(() -> cause(cause));
        }
    }

    private void cause(RootCause cause) throws IOException {
        json.text("headline", cause.headline());
        json.text("service", cause.service());
        json.json().writeBooleanField("confirmed", cause.isConfirmed());
        json.array("outages", () -> {
            for (Outage outage : cause.outages()) {
                json.object(() -> {
                    json.time("since", outage.since());
                    json.time("until", outage.until());
                });
            }
        });
        json.texts("whys", cause.whys().stream().map(Why::toString).toList());
        json.number("tests", cause.tests().size());
        json.counts("byVerdict", cause.byVerdict());
        json.counts("byPriority", cause.byPriority());
        json.number("alsoNeededBy", cause.alsoNeededBy());
        BigDecimal unverified =
                RevenueSplit.protectedBy(account.run(), account.causes().tests(cause));
        if (account.revenue().isDeclared()) {
            json.json().writeNumberField("unverified", unverified);
        }
    }

    private void services() throws IOException {
        Map<String, ServiceState> states = new HashMap<>();
        run.services()
                .probes()
                .forEach(seen ->
                        states.put(seen.evidence().service(), seen.evidence().state()));
        Map<String, ServiceTraffic> traffic = account.traffic().services();
        Set<String> names = new TreeSet<>(run.services().declared().keySet());
        names.addAll(run.revisions().keySet());
        names.addAll(traffic.keySet());
        for (String name : names) {
            ServiceState state = states.get(name);
            ServiceTraffic its = traffic.get(name);
            json.object(() -> {
                json.text("name", name);
                json.text("revision", run.revisions().get(name));
                json.text("state", state == null ? null : SummaryJson.word(state));
                if (its != null) {
                    json.object("http", () -> http(its));
                    json.object("websocket", () -> {
                        json.number("sessions", its.sessions());
                        json.number("messages", its.messages());
                    });
                }
            });
        }
    }

    private void http(ServiceTraffic its) throws IOException {
        Latencies took = its.total();
        json.number("exchanges", its.exchanges());
        json.number("samples", took.count());
        json.millis("p50Ms", took.percentile(50).orElse(null));
        json.millis("p95Ms", took.percentile(95).orElse(null));
        json.millis("p99Ms", took.percentile(99).orElse(null));
    }
}
