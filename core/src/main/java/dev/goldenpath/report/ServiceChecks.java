package dev.goldenpath.report;

import dev.goldenpath.environment.RevisionRules;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedService;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import dev.goldenpath.runlog.LoggedTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The checks of a worklog that are about services. */
final class ServiceChecks {
    private final RunAccount account;
    private final LoggedRun run;

    private ServiceChecks(RunAccount account) {
        this.account = account;
        this.run = account.run();
    }

    static List<WorklogCheck> of(RunAccount account) {
        ServiceChecks checks = new ServiceChecks(account);
        return List.of(checks.ready(), checks.revisions(), checks.users(), checks.markers());
    }

    private WorklogCheck ready() {
        Map<String, Probe> last = new TreeMap<>();
        for (Sighting<Probe> seen : run.services().probes()) {
            last.put(seen.evidence().service(), seen.evidence());
        }
        List<String> not = last.values().stream()
                .filter(probe -> !probe.ready())
                .map(probe -> probe.service() + " " + probe.state().word())
                .toList();
        return check(
                "Every service was ready when it was last looked at", last.size(), not, "no service was looked at");
    }

    private WorklogCheck revisions() {
        List<String> not = new ArrayList<>();
        int rules = 0;
        for (Map.Entry<String, LoggedService> each : run.services().declared().entrySet()) {
            LoggedService declared = each.getValue();
            if (declared.revisionExpected() != null || declared.revisionMaxAge() != null) {
                rules++;
                String wrong = wrong(each.getKey(), declared);
                if (!wrong.isEmpty()) {
                    not.add(each.getKey() + " " + wrong);
                }
            }
        }
        return check("Every service ran the intended revision", rules, not, "of no service one is expected");
    }

    /** What is wrong with any revision that the service ran; empty where nothing is. */
    private String wrong(String service, LoggedService declared) {
        List<Sighting<Revision>> seen = run.services().revisions().stream()
                .filter(each -> each.evidence().service().equals(service))
                .toList();
        if (seen.isEmpty()) {
            return "did not say what it runs";
        }
        String expected = declared.revisionExpected();
        Duration maxAge = declared.revisionMaxAge();
        for (Sighting<Revision> each : seen) {
            Instant deployed = each.evidence().deployedAt();
            if (expected != null
                    && !RevisionRules.isSame(expected, each.evidence().revision())) {
                return "ran " + each.evidence().revision() + ", and " + expected + " is expected";
            }
            if (maxAge != null && (deployed == null || deployed.plus(maxAge).isBefore(each.at()))) {
                return deployed == null ? "did not say since when" : "ran a deployment of " + deployed;
            }
        }
        return "";
    }

    /** Each user at each service that answered calls made as that user. */
    private WorklogCheck users() {
        List<String> not = new ArrayList<>();
        int users = 0;
        for (Map.Entry<String, ServiceTraffic> service :
                account.traffic().services().entrySet()) {
            Map<String, Boolean> said = service.getValue().identities();
            for (String user : service.getValue().users().keySet()) {
                if (!user.equals(ServiceTraffic.ANONYMOUS)) {
                    users++;
                    if (!said.containsKey(user)) {
                        not.add(service.getKey() + " was not asked about " + user);
                    } else if (Boolean.FALSE.equals(said.get(user))) {
                        not.add(service.getKey() + " did not say " + user);
                    }
                }
            }
        }
        return check("Every service said that the users are who they are", users, not, "no test called as a user");
    }

    private WorklogCheck markers() {
        long marked = run.tests().stream().filter(LoggedTest::isMarked).count();
        int tests = run.tests().size();
        return WorklogCheck.of(
                "No test got an answer that says of itself that it is no real work",
                tests > 0,
                marked == 0,
                tests == 0 ? "no test was planned" : marked + " of " + tests);
    }

    private static WorklogCheck check(String what, int all, List<String> not, String nothing) {
        String figure = (all - not.size()) + " of " + all + (not.isEmpty() ? "" : ", not: " + Markdown.codes(not));
        return WorklogCheck.of(what, all > 0, not.isEmpty(), all == 0 ? nothing : figure);
    }
}
