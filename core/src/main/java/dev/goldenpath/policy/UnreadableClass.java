package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicyRule;
import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding;
import java.util.List;
import java.util.Optional;

/** A class file that can't be read: nothing is known of what it does. */
final class UnreadableClass {
    private UnreadableClass() {}

    /**
     * The finding.
     *
     * @param why what is wrong with the file, in a few words
     * @param path binary class names from the test class on, or empty
     * @return empty where the rule is switched off
     */
    static Optional<Finding> finding(ClassFile file, String why, List<String> path, PolicySettings settings) {
        return finding(
                file.binaryName(),
                "The class file of " + file.binaryName() + " in " + file.root().path() + " can't be read: " + why,
                path,
                "Build the project anew: what this class does can't be judged.",
                settings);
    }

    /** That there is none where the class loader of a test class looks for it. */
    static Optional<Finding> missing(String className, PolicySettings settings) {
        return finding(
                className,
                "The class file of " + className + " can't be found by its class loader",
                List.of(className),
                "Load test classes from folders or jars: what this class does can't be judged.",
                settings);
    }

    private static Optional<Finding> finding(
            String className, String words, List<String> path, String remedy, PolicySettings settings) {
        return settings.effectOf(PolicyRule.UNREADABLE_CLASS)
                .map(effect ->
                        new Finding(PolicyRule.UNREADABLE_CLASS.word(), effect, words, className, null, path, remedy));
    }
}
