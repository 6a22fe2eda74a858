package dev.goldenpath.environment;

import java.util.Map;

/** Sources of secrets on the class path of these tests: one that works, and others that don't. */
public class PlantedSecrets implements SecretSource {
    static final String SECRET = "planted/Secret+1";
    private static int asked;

    private final String scheme;

    /** The one that works. */
    public PlantedSecrets() {
        this("planted");
    }

    private PlantedSecrets(String scheme) {
        this.scheme = scheme;
    }

    /** How often any of them was asked until now. */
    static synchronized int asked() {
        return asked;
    }

    private static synchronized void count() {
        asked++;
    }

    @Override
    public String scheme() {
        return scheme;
    }

    @Override
    public String secret(String name) {
        count();
        String secret = Map.of("alice", SECRET, "ci/alice:2", "tenant-Seed-2", "none", "")
                .get(name);
        if (name.equals("down")) {
            throw new IllegalStateException("the answer was " + SECRET);
        }
        if (secret == null) {
            throw new SecretNotFoundException();
        }
        return secret;
    }

    /** One of two that claim one scheme. */
    public static final class First extends PlantedSecrets {
        /** It. */
        public First() {
            super("twice");
        }
    }

    /** The other one. */
    public static final class Second extends PlantedSecrets {
        /** It. */
        public Second() {
            super("twice");
        }
    }
}
