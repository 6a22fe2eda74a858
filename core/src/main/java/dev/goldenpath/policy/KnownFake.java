package dev.goldenpath.policy;

import java.util.List;

/**
 * A library that answers in a service's stead.
 *
 * @param rule the rule that names it
 * @param library as its makers call it
 * @param places what its classes' internal names begin with: a package where it ends with a slash, else one class
 * @param remedy what to do instead
 */
record KnownFake(String rule, String library, List<String> places, String remedy) {

    KnownFake {
        places = List.copyOf(places);
    }

    static KnownFake mock(String library, String... places) {
        return new KnownFake(
                "mock-library",
                library,
                List.of(places),
                "Call the real service, move what needs " + library
                        + " to a unit test, or allow it with @AllowFake until a date.");
    }

    static KnownFake server(String library, String... places) {
        return new KnownFake(
                "http-server-in-test",
                library,
                List.of(places),
                "Call the real service: a server in the test's own JVM proves nothing. Or allow it with @AllowFake "
                        + "until a date.");
    }

    boolean contains(String internalName) {
        for (String place : places) {
            if (internalName.startsWith(place)
                    && (place.endsWith("/")
                            || internalName.length() == place.length()
                            || internalName.charAt(place.length()) == '$')) {
                return true;
            }
        }
        return false;
    }
}
