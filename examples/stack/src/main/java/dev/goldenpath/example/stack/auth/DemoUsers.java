package dev.goldenpath.example.stack.auth;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The users every stack starts with; their default passwords are public, so a stack belongs on loopback only. */
final class DemoUsers {
    private static final List<String> NAMES = List.of("alice", "bob", "carol");

    private DemoUsers() {}

    /** Stores the users with the passwords given by environment variables, or else the documented ones. */
    static void seed(Users users, Map<String, String> environment) {
        // Hashing is slow on purpose, and start-up waits for it.
        NAMES.parallelStream().forEach(name -> {
            String variable = "STACK_USER_" + name.toUpperCase(Locale.ROOT) + "_PASSWORD";
            String password = environment.getOrDefault(variable, name + "-local-password");
            users.put(name + "@example.com", password);
        });
    }
}
