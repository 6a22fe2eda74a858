package dev.goldenpath.report;

import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedService;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a run knows of one service.
 *
 * @param declared absent where the environment does not declare it
 * @param probes in the order of time
 * @param revisions in the order of time
 * @param traffic of the tests' own calls, absent where there were none
 */
record ServiceView(
        String name,
        @Nullable LoggedService declared,
        List<Sighting<Probe>> probes,
        List<Sighting<Revision>> revisions,
        @Nullable ServiceTraffic traffic) {

    /** Of all services, the declared ones first. */
    static List<ServiceView> of(RunAccount account) {
        LoggedRun run = account.run();
        Map<String, ServiceView> views = new LinkedHashMap<>();
        run.services().declared().keySet().forEach(name -> view(views, account, name));
        run.services()
                .probes()
                .forEach(probe ->
                        view(views, account, probe.evidence().service()).probes.add(probe));
        run.services()
                .revisions()
                .forEach(revision -> view(views, account, revision.evidence().service())
                        .revisions
                        .add(revision));
        account.traffic().services().keySet().forEach(name -> view(views, account, name));
        return List.copyOf(views.values());
    }

    private static ServiceView view(Map<String, ServiceView> views, RunAccount account, String name) {
        return views.computeIfAbsent(
                name,
                key -> new ServiceView(
                        key,
                        account.run().services().declared().get(key),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        account.traffic().services().get(key)));
    }
}
