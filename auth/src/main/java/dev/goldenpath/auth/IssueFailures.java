package dev.goldenpath.auth;

import dev.goldenpath.auth.IssueFailure.Reason;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.http.ServiceResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Says why one user got no token. Never shows a secret. Immutable. */
final class IssueFailures {
    private static final int SHOWN = 300;
    /** These ask to come back later and say nothing about what was sent. */
    private static final Set<Integer> NOT_NOW = Set.of(408, 429);

    private final UserAccount user;
    private final ServiceEndpoint service;
    private final Redaction redaction;

    IssueFailures(UserAccount user, ServiceEndpoint service, Redaction redaction) {
        this.user = user;
        this.service = service;
        this.redaction = redaction;
    }

    /** The service answered with a status that is no success. */
    IssueFailure status(TokenSource source, ServiceResponse response) {
        return response.status() >= 500 || NOT_NOW.contains(response.status())
                ? unavailable(source, response)
                : refused(source, response);
    }

    private IssueFailure unavailable(TokenSource source, ServiceResponse response) {
        return failure(
                Reason.BROKEN,
                source,
                Fact.of("request", response),
                Fact.of("answer", excerpt(response.text())),
                remedy("See what is wrong with service '" + service.name() + "'. The next call tries again."));
    }

    private IssueFailure refused(TokenSource source, ServiceResponse response) {
        return failure(
                Reason.REFUSED,
                source,
                Fact.of("request", response),
                Fact.of("answer", excerpt(response.text())),
                Fact.of("user name", redaction.text(user.required("username")) + ", from " + user.origin()),
                Fact.of("password from", user.secret("password").origin()),
                remedy("Correct the user name or the password, or find out why the service refuses them. "
                        + "This run does not try them again, so that the account is not locked."));
    }

    /** No whole answer arrived. */
    IssueFailure broken(TokenSource source, ServiceCallException cause) {
        return new IssueFailure(
                Reason.BROKEN,
                headline(source),
                List.of(
                        Fact.of("call", String.valueOf(cause.getMessage())),
                        remedy("See whether service '" + service.name() + "' runs at this address. "
                                + "The next call tries again.")),
                cause);
    }

    /** The service agreed, and its answer is no JSON. */
    IssueFailure notJson(TokenSource source, ServiceResponse response) {
        // Shown by kind and size only: a body without fields can't be masked, and may be the token itself.
        String kind = response.header("Content-Type").orElse("no content type");
        return failure(
                Reason.UNREADABLE,
                source,
                Fact.of("request", response),
                Fact.of("answer", "not JSON (" + kind + ", " + response.bytes().length + " bytes)"),
                remedy("See whether login." + (source == TokenSource.LOGIN ? "path" : "refresh-path") + " of service '"
                        + service.name() + "' is right."));
    }

    /**
     * The service agreed, and its answer has no text where it should.
     *
     * @param key the configuration key that says where
     */
    IssueFailure missing(TokenSource source, ServiceResponse response, TokenAnswer answer, String key, String pointer) {
        List<String> fields = answer.fields();
        return failure(
                Reason.UNREADABLE,
                source,
                Fact.of("request", response),
                Fact.of("missing", "a text at '" + pointer + "' (" + key + ")"),
                Fact.of("fields there", fields.isEmpty() ? "none" : String.join(", ", fields)),
                remedy("Correct " + key + " of service '" + service.name() + "' in goldenpath.yaml."));
    }

    /** Another thread asks, and has no answer yet. */
    IssueFailure waited(Duration patience) {
        String seconds =
                BigDecimal.valueOf(patience.toMillis(), 3).stripTrailingZeros().toPlainString();
        return failure(
                Reason.BROKEN,
                TokenSource.LOGIN,
                Fact.of("waited", seconds + " s for the login or refresh that another thread has under way"),
                remedy("See why service '" + service.name() + "' is slow to answer it."));
    }

    /** This thread was interrupted while another one asks. */
    IssueFailure interrupted() {
        return failure(
                Reason.BROKEN,
                TokenSource.LOGIN,
                Fact.of("interrupted", "while it waited for the login or refresh that another thread has under way"));
    }

    private IssueFailure failure(Reason reason, TokenSource source, Fact... facts) {
        return new IssueFailure(reason, headline(source), List.of(facts), null);
    }

    private String headline(TokenSource source) {
        return source.headline(user.name(), service.name());
    }

    private static Fact remedy(String words) {
        return Fact.of("what to do", words);
    }

    private String excerpt(String body) {
        String masked = redaction.text(body);
        if (masked.isBlank()) {
            return "(empty)";
        }
        return masked.length() <= SHOWN ? masked : masked.substring(0, SHOWN) + "…";
    }
}
