package dev.goldenpath.client;

import dev.goldenpath.environment.BypassNames;
import dev.goldenpath.environment.PeerCall;
import dev.goldenpath.environment.PeerRules;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a client is a client of.
 *
 * @since 0.1.0
 */
public final class ClientContext {
    /** From here on, a text is long enough to be masked wherever it shows. */
    static final int SHORTEST_SECRET = 8;

    private final ServiceEndpoint service;
    private final @Nullable RequestAuthorizer user;
    private final @Nullable String purpose;
    private final Supplier<Recording> recording;
    private final Redaction redaction;
    private final UserSession session;
    private final CallRules rules;
    private final Supplier<Set<String>> names;

    private ClientContext(
            ServiceEndpoint service,
            @Nullable RequestAuthorizer user,
            @Nullable String purpose,
            Supplier<Recording> recording,
            Redaction redaction,
            UserSession session,
            CallRules rules,
            Supplier<Set<String>> names) {
        this.service = service;
        this.user = user;
        this.purpose = purpose;
        this.recording = recording;
        this.redaction = redaction;
        this.session = session;
        this.rules = rules;
        this.names = names;
    }

    /**
     * The context of a test's own client, in a session of its own.
     *
     * @param user {@code null} for an anonymous client
     * @param recording where the next call's evidence goes; throws {@link IllegalStateException} when no test can be
     *     told from where it is called
     */
    public static ClientContext ofTest(
            ServiceEndpoint service,
            @Nullable RequestAuthorizer user,
            Supplier<Recording> recording,
            Redaction redaction) {
        return new ClientContext(
                service, user, null, recording, redaction, new UserSession(), CallRules.none(), ownName(user));
    }

    /** The context of a client with which the library makes calls for itself; they prove nothing about a test. */
    public static ClientContext ofLibrary(
            ServiceEndpoint service, String purpose, Supplier<Recording> recording, Redaction redaction) {
        return new ClientContext(
                service, null, purpose, recording, redaction, new UserSession(), CallRules.none(), Set::of);
    }

    /** The same client, with its evidence going to {@code fixed} from whichever thread it is used. */
    public ClientContext boundTo(Recording fixed) {
        return new ClientContext(service, user, purpose, () -> fixed, redaction, session, rules, names);
    }

    /** The same client, calling as this user. */
    ClientContext as(RequestAuthorizer authorizer) {
        return new ClientContext(
                service, authorizer, purpose, recording, redaction, session, rules, ownName(authorizer));
    }

    /** The same client, in a session that it shares with others of its user. */
    public ClientContext in(UserSession shared) {
        return new ClientContext(service, user, purpose, recording, redaction, shared, rules, names);
    }

    /** The same client, whose answers are searched for what tells that they are no real work. */
    public ClientContext searchedBy(MarkerSearch search) {
        return new ClientContext(service, user, purpose, recording, redaction, session, rules.with(search), names);
    }

    /** Finds in an answer what tells that it is no real work; finds nothing unless another search is given. */
    public MarkerSearch markers() {
        return session.after(rules.markers());
    }

    /** The same client, with rules about who may answer its calls; without any, whoever answers may. */
    public ClientContext judgedBy(PeerRules peers) {
        return new ClientContext(service, user, purpose, recording, redaction, session, rules.with(peers), names);
    }

    /**
     * Records what is wrong with a call of this client, as far as its url and its peer tell.
     *
     * @param judged where the evidence of this call is
     * @param url what was called, after redirects
     * @param peer {@code address:port} of the other end of the connection, {@code null} where none came about
     * @param proxied whether that is a proxy's
     */
    public void judge(Recording judged, URI url, @Nullable String peer, boolean proxied) {
        PeerRules peers = rules.peers();
        if (peers != null) {
            peers.judge(new PeerCall(service, url, peer, proxied), redaction).forEach(judged::find);
        }
    }

    /** The same client, whose calls are looked through for these; without any, for none. */
    public ClientContext lookedThroughFor(BypassNames bypasses) {
        return new ClientContext(service, user, purpose, recording, redaction, session, rules.with(bypasses), names);
    }

    /** What looks through a call of this client before it goes out. */
    public BypassSearch bypasses() {
        return new BypassSearch(rules.bypasses(), service.name(), redaction);
    }

    /** What it shares with the other clients of its user in the same test. */
    public UserSession session() {
        return session;
    }

    /** The service to call. */
    public ServiceEndpoint service() {
        return service;
    }

    /** The user to call as; empty for an anonymous client. */
    public Optional<RequestAuthorizer> user() {
        return Optional.ofNullable(user);
    }

    /** The user's name; {@code null} for an anonymous client, and for one that calls with credentials of nobody. */
    public @Nullable String userName() {
        return user == null || user.isOfNobody() ? null : user.user();
    }

    /** As whom it calls, for messages: {@code " as alice"}, {@code " with an expired token"}, or nothing. */
    public String caller() {
        return user == null ? "" : (user.isOfNobody() ? " with " : " as ") + user.user();
    }

    /** The same client, whose calls are told to whoever watches there. */
    public ClientContext watchedBy(CallWatch watch) {
        return new ClientContext(service, user, purpose, recording, redaction, session, rules.with(watch), names);
    }

    /** Where a client tells each whole call that was answered; nobody watches the library's own. */
    public CallWatch calls() {
        return rules.calls();
    }

    /**
     * The context of one call that is made again: without cookies, and told to nobody.
     *
     * @param credentials {@code null} for none; a bare token of nobody is masked from now on
     */
    public ClientContext replaying(@Nullable RequestAuthorizer credentials, Recording fixed) {
        boolean ofNobody = credentials == null || credentials.isOfNobody();
        if (credentials != null && ofNobody) {
            credentials
                    .token()
                    .filter(token -> token.length() >= SHORTEST_SECRET)
                    .ifPresent(redaction::addValue);
        }
        return new ClientContext(
                service,
                credentials,
                ofNobody ? HttpExchange.REPLAY : null,
                () -> fixed,
                redaction,
                new UserSession(),
                rules.with(new CallWatch()),
                ownName(credentials));
    }

    /** The same client, whose service may call its user by any of these names; without any, by its own. */
    public ClientContext knownAs(Supplier<Set<String>> others) {
        return new ClientContext(service, user, purpose, recording, redaction, session, rules, others);
    }

    /**
     * What the service may call the user; empty for an anonymous client. May log the user in.
     *
     * @throws ServiceCallException when it can't
     */
    public Set<String> userNames() {
        return names.get();
    }

    private static Supplier<Set<String>> ownName(@Nullable RequestAuthorizer user) {
        return user == null || user.isOfNobody() ? Set::of : () -> Set.of(user.user());
    }

    /**
     * Refuses a header that would replace what makes a call the user's, or be a second credential beside it.
     *
     * @throws IllegalArgumentException when a client that calls as a test user fills it itself, but for {@code Cookie},
     *     or when it is that client's {@code Authorization}
     */
    public void requireOwnHeader(String name) {
        user().map(OwnCredentials::new).ifPresent(own -> own.requireOwnHeader(name));
    }

    /** As above, for the query parameters of a path, encoded as they are. */
    public void requireOwnParameters(String path) {
        user().map(OwnCredentials::new).ifPresent(own -> own.requireOwnParameters(path));
    }

    /** Why the library makes these calls for itself, which prove nothing; {@code null} for a test's own client. */
    public @Nullable String purpose() {
        return purpose;
    }

    /** Where the evidence of a call that begins now goes; throws when its user must not be used any more. */
    public Recording recording() {
        session.requireUsable();
        return recording.get();
    }

    /** As {@link #recording()}; empty where no test can be told from the calling thread. */
    public Optional<Recording> recordingIfKnown() {
        try {
            return Optional.of(recording.get());
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Masks secrets; every text passes it before it is written. */
    public Redaction redaction() {
        return redaction;
    }
}
