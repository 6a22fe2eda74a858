package dev.goldenpath.readiness;

/**
 * Makes the probes of one kind. Found with {@link java.util.ServiceLoader}; a service asks for it by its kind, as in
 * {@code probes: { kafka: orders }}. Must be stateless or thread-safe.
 *
 * @since 0.1.0
 */
public interface ProbeProvider {

    /** The key below {@code probes}, for example {@code tcp}. */
    String kind();

    /**
     * A check of this kind; asks nothing yet.
     *
     * @throws IllegalArgumentException with the end of a sentence when the text can't be used: "is no host and port"
     */
    ServiceCheck check(ProbeTarget target);
}
