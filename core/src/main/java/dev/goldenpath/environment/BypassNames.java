package dev.goldenpath.environment;

import java.util.List;

/**
 * Names by which a call tells a service to skip what it would check of others. A {@code *} at the end of a name stands for
 * any rest; case does not count. Immutable.
 *
 * @param headers of a request or a handshake
 * @param parameters of a query or a form
 * @since 0.1.0
 */
public record BypassNames(List<String> headers, List<String> parameters) {
    /** What holds where the file says nothing. */
    public static final BypassNames DEFAULT = new BypassNames(
            List.of("X-E2E-Bypass*", "X-Bypass*", "X-Skip-*", "X-Test-*"), List.of("bypass", "skip_auth"));

    /** None at all. */
    public static final BypassNames NONE = new BypassNames(List.of(), List.of());

    /** Copies both lists. */
    public BypassNames {
        headers = List.copyOf(headers);
        parameters = List.copyOf(parameters);
    }

    /** Whether a header of this name is one. */
    public boolean includeHeader(String name) {
        return matches(headers, name);
    }

    /** Whether a parameter of this name, decoded, is one. */
    public boolean includeParameter(String name) {
        return matches(parameters, name);
    }

    /** Whether one of {@code names} is this one; asked for each header of each call. */
    static boolean matches(List<String> names, String name) {
        for (String each : names) {
            int rest = each.length() - 1;
            if (each.charAt(rest) == '*' ? name.regionMatches(true, 0, each, 0, rest) : name.equalsIgnoreCase(each)) {
                return true;
            }
        }
        return false;
    }
}
