package dev.goldenpath.environment;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a known issue may be met. Immutable.
 *
 * @param environments names of those it is limited to; of all, where there is none
 * @param tests classes, or {@code class#method}, with their package; {@code *} stands for any text; all tests, where there
 *     is none. A class stands for those nested in it, too
 * @since 0.1.0
 */
public record KnownScope(List<String> environments, List<String> tests) {
    /** Everywhere. */
    public static final KnownScope ALL = new KnownScope(List.of(), List.of());

    private static final String ANY = "*";

    /** Copies the lists. */
    public KnownScope {
        environments = List.copyOf(environments);
        tests = List.copyOf(tests);
    }

    /** Whether the issue may be met in the environment of this name. */
    public boolean isOf(String environment) {
        return environments.isEmpty() || environments.contains(environment);
    }

    /**
     * Whether the issue may be met in a test.
     *
     * @param type binary name of its class
     * @param method name of its method, of a dynamic test that of its factory
     */
    public boolean covers(String type, String method) {
        return tests.isEmpty() || tests.stream().anyMatch(test -> matches(test, type, method));
    }

    /** Whether a test is meant by name: by its class and method, both without {@code *}. */
    public boolean names(String type, String method) {
        return tests.stream().anyMatch(test -> isExact(test) && matches(test, type, method));
    }

    /** Whether nothing but tests that are meant by name is in it. */
    public boolean isExact() {
        return !tests.isEmpty() && tests.stream().allMatch(KnownScope::isExact);
    }

    private static boolean isExact(String test) {
        return test.contains("#") && !test.contains(ANY);
    }

    private static boolean matches(String test, String type, String method) {
        int hash = test.indexOf('#');
        return hash < 0
                ? matches(test, type) || matches(test + "$" + ANY, type)
                : matches(test.substring(0, hash), type) && matches(test.substring(hash + 1), method);
    }

    private static boolean matches(String pattern, String name) {
        if (!pattern.contains(ANY)) {
            return pattern.equals(name);
        }
        String regex = Stream.of(pattern.split(Pattern.quote(ANY), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return name.matches(regex);
    }
}
