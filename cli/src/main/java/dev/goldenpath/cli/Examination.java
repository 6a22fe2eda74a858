package dev.goldenpath.cli;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.readiness.Diagnosis;
import java.util.List;
import java.util.function.Consumer;

/** Looks once at every service and every user of an environment, all at the same time. */
interface Examination {

    /**
     * Returns when each has answered, or a limit of its own is over.
     *
     * @param each told of each as it ends, from any thread
     */
    List<Probe> run(Consumer<Probe> each);

    static Examination of(Environment environment, Clients clients) {
        return Diagnosis.of(environment, clients)::run;
    }
}
