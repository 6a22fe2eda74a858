package dev.goldenpath.client;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Recording;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that was made and answered, and can be made again with other credentials. Thread-safe.
 *
 * @since 0.1.0
 */
public interface Replayable {

    /** What was called as whom, redacted: {@code GET http://host/api/threads as alice}. */
    String description();

    /** The service that was called. */
    ServiceEndpoint service();

    /** The declared name of the user it was made as; empty for an anonymous call. */
    Optional<String> user();

    /** What came of it the first time, as far as is known now: a session may have been closed since. */
    ReplayAnswer answer();

    /**
     * Makes it again, once: with the same method, address, headers and body of its author, but with other credentials in
     * the place of what made it its user's. A header that the new credentials bring gives way, and so does every header
     * and query parameter of the author's own that is masked for its name, such as {@code X-Api-Key}, {@code Cookie} or
     * {@code access_token}: else they would let the call in. A client certificate stays, for it belongs to the service's
     * connections and not to a user; so does what stands in the body. It is sent without cookies that services have set,
     * is not tried again, follows no redirect and is told to no {@link CallWatch}.
     *
     * <p>As a declared user it is a call of that user like any other. With credentials of nobody, or none, its evidence
     * names no user and has the purpose {@value dev.goldenpath.evidence.HttpExchange#REPLAY}. Whatever the service
     * answers, to a handshake also that it accepts, is an answer to the test.
     *
     * @param credentials {@code null} for none at all
     * @param recording where its evidence goes, in the phase that runs now
     * @throws ServiceCallException when no answer came
     * @throws ConfigurationException when the credentials have no bare token, and the service wants it elsewhere than in
     *     a header
     */
    ReplayAnswer replay(@Nullable RequestAuthorizer credentials, Recording recording);
}
