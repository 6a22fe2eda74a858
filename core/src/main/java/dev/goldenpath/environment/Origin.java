package dev.goldenpath.environment;

/**
 * Where a value came from, in words for people.
 *
 * @param description for example {@code goldenpath.yaml:12} or {@code environment variable ORDERS_URL}
 * @since 0.1.0
 */
public record Origin(String description) {

    static Origin line(String file, int line) {
        return new Origin(file + ":" + line);
    }

    static Origin systemProperty(String name) {
        return new Origin("system property " + name);
    }

    static Origin environmentVariable(String name) {
        return new Origin("environment variable " + name);
    }

    @Override
    public String toString() {
        return description;
    }
}
