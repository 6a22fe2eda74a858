package dev.goldenpath.benchmarks.accuracy;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * A server whose delays are known.
 *
 * @param name in the table, and of the service
 * @param calls how many are measured
 * @param target where each of them goes
 * @param keys of the service in the configuration, each as {@code name: value}
 * @param forCurl whether curl meets the same delays
 * @param truths what is compared
 */
record TruthScene(String name, int calls, Target target, List<String> keys, boolean forCurl, List<Truth> truths) {

    /** Where the next call goes. */
    interface Target {
        URI next() throws IOException;
    }
}
