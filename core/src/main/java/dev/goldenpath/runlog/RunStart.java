package dev.goldenpath.runlog;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a run starts.
 *
 * @param run the run's id, shared by all its JVMs
 * @param environment name of the chosen environment, absent when the configuration could not be read
 * @param git the state of the sources, absent outside a git work tree
 * @param jvm this JVM
 * @param ciBuildUrl the page of the CI build, absent outside CI
 * @param selection what the run was asked to run, by kind; empty when it was not asked for less than all
 * @since 0.1.0
 */
public record RunStart(
        String run,
        @Nullable String environment,
        @Nullable GitState git,
        Jvm jvm,
        @Nullable String ciBuildUrl,
        Map<String, String> selection) {

    /**
     * The Java virtual machine that runs the tests.
     *
     * @param version for example {@code 17.0.15}
     * @param vendor its maker
     * @param pid its process id
     */
    public record Jvm(String version, String vendor, long pid) {

        /** This one. */
        public static Jvm current() {
            return new Jvm(
                    System.getProperty("java.version"),
                    System.getProperty("java.vendor"),
                    ProcessHandle.current().pid());
        }
    }
}
