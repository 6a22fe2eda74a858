package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;

/**
 * What the logs of a run come to, worked out once: all its reports speak from one account, so that they say the same.
 */
final class RunAccount {
    private final LoggedRun run;
    private final RunCauses causes;
    private final RevisionsMet revisions;
    private final RevenueSplit revenue;
    private final CaseNames names;
    private final GateReport gate;
    private final KnownIssuesMet knownIssues;
    private final TrafficFigures traffic;

    private RunAccount(LoggedRun run, TrafficFigures traffic) {
        this.run = run;
        this.traffic = traffic;
        this.causes = RunCauses.of(run);
        this.revisions = RevisionsMet.in(run);
        this.revenue = new RevenueSplit(run);
        this.names = new CaseNames(run);
        this.knownIssues = KnownIssuesMet.in(run);
        this.gate = GateReport.of(run, causes);
    }

    /** With what its tests exchanged with services. */
    static RunAccount of(LoggedRun run, TrafficFigures traffic) {
        return new RunAccount(run, traffic);
    }

    /** Of a run of whose traffic nothing is to be told. */
    static RunAccount of(LoggedRun run) {
        return new RunAccount(run, new TrafficFigures());
    }

    LoggedRun run() {
        return run;
    }

    RunCauses causes() {
        return causes;
    }

    RevisionsMet revisions() {
        return revisions;
    }

    RevenueSplit revenue() {
        return revenue;
    }

    CaseNames names() {
        return names;
    }

    GateReport gate() {
        return gate;
    }

    KnownIssuesMet knownIssues() {
        return knownIssues;
    }

    TrafficFigures traffic() {
        return traffic;
    }
}
