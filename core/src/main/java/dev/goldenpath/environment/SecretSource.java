package dev.goldenpath.environment;

/**
 * Where secrets are kept, found with {@link java.util.ServiceLoader}: {@code ${vault:ci/alice}} in {@code
 * goldenpath.yaml} is filled with what the source of the scheme {@code vault} answers to {@code ci/alice}. Thread-safe.
 *
 * <p>It is asked while a configuration is read, by whichever thread needs that first, once for each name; no test of the
 * environment begins before it has answered, so it must set a limit to every wait of its own. What it answers is masked
 * from then on in all that Golden Path writes. Whatever it throws makes the configuration unusable; of an exception only
 * the class is told, for its message may hold what must not be shown.
 *
 * @since 0.1.0
 */
public interface SecretSource {

    /** What stands before the colon: lower-case letters, digits and hyphens, and neither {@code env} nor {@code file}. */
    String scheme();

    /**
     * The secret of this name, not empty. It is filled in as it is, line ends included.
     *
     * @param name all that stands behind the first colon, not empty
     * @throws SecretNotFoundException when there is none of this name
     */
    String secret(String name);
}
