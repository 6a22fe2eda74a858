package dev.goldenpath.example.stack.auth;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The users every stack starts with; their default secrets are public, so a stack belongs on loopback only. */
final class DemoUsers {
    private static final List<String> NAMES = List.of("alice", "bob", "carol");
    /** Those for many users at once: free01, free02, … */
    private static final int FREE_USERS = 20;

    /** What can stand in a header. */
    private static final Pattern API_KEY = Pattern.compile("[!-~]+");

    private DemoUsers() {}

    /**
     * Stores the users with the passwords and keys given by environment variables, or else the documented ones.
     *
     * @throws IllegalStateException if a key can't be one, naming its variable
     */
    static void seed(Users users, ApiKeys keys, Map<String, String> environment) {
        keys.clear();
        // Hashing is slow on purpose, and start-up waits for it.
        Stream.concat(
                        NAMES.stream().<Runnable>map(name -> () -> seed(name, users, keys, environment)),
                        Stream.of(() -> seedFree(users, environment)))
                .parallel()
                .forEach(Runnable::run);
    }

    private static void seed(String name, Users users, ApiKeys keys, Map<String, String> environment) {
        String variable = "STACK_USER_" + name.toUpperCase(Locale.ROOT);
        String password = environment.getOrDefault(variable + "_PASSWORD", name + "-local-password");
        User user = users.put(name + "@example.com", password);
        keys.put(user.id(), apiKey(variable + "_API_KEY", name, environment));
    }

    private static void seedFree(Users users, Map<String, String> environment) {
        List<String> emails = IntStream.rangeClosed(1, FREE_USERS)
                .mapToObj(number -> String.format(Locale.ROOT, "free%02d@example.com", number))
                .toList();
        users.put(emails, environment.getOrDefault("STACK_USER_FREE_PASSWORD", "free-local-password"));
    }

    private static String apiKey(String variable, String name, Map<String, String> environment) {
        String key = environment.getOrDefault(variable, name + "-local-api-key");
        if (!API_KEY.matcher(key).matches()) {
            throw new IllegalStateException(
                    "Environment variable " + variable + " has to be of visible ASCII characters, at least one");
        }
        return key;
    }
}
