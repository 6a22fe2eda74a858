package dev.goldenpath.auth;

import dev.goldenpath.auth.IssueFailure.Reason;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.Setting;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.http.ServiceResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Says why one user got no token. Never shows a secret. Immutable. */
final class IssueFailures {
    private static final int SHOWN = 300;
    /** These ask to come back later and say nothing about what was sent. */
    private static final Set<Integer> NOT_NOW = Set.of(408, 429);

    private final UserAccount user;
    private final Ask first;
    private final ServiceEndpoint service;
    private final Redaction redaction;

    /**
     * For one user of one service.
     *
     * @param first what the service is asked at first
     */
    IssueFailures(UserAccount user, Ask first, ServiceEndpoint service, Redaction redaction) {
        this.user = user;
        this.first = first;
        this.service = service;
        this.redaction = redaction;
    }

    /**
     * The service answered with a status that is no success.
     *
     * @param asked who answered: a discovery document may name a token endpoint of another service
     */
    IssueFailure status(Ask ask, ServiceEndpoint asked, ServiceResponse response) {
        return response.status() >= 500 || NOT_NOW.contains(response.status())
                ? unavailable(ask, asked, response)
                : refused(ask, response);
    }

    private IssueFailure unavailable(Ask ask, ServiceEndpoint asked, ServiceResponse response) {
        return failure(
                Reason.BROKEN,
                ask,
                Fact.of("request", response),
                Fact.of("answer", excerpt(response.text())),
                remedy("See what is wrong with service '" + asked.name() + "'. The next call tries again."));
    }

    private IssueFailure refused(Ask ask, ServiceResponse response) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("request", response));
        facts.add(Fact.of("answer", excerpt(response.text())));
        for (String key : List.of("client-id", "username")) {
            Setting sent = user.settings().get(key);
            if (sent != null) {
                facts.add(Fact.of(word(key), redaction.text(sent.value()) + ", from " + sent.origin()));
            }
        }
        new TreeMap<>(user.secrets())
                .forEach((key, secret) -> facts.add(Fact.of(word(key) + " from", secret.origin())));
        facts.add(remedy("Correct what is sent, or find out why the service refuses it. "
                + "This run does not try it again, so that the account is not locked."));
        return new IssueFailure(Reason.REFUSED, headline(ask), facts, null);
    }

    private static String word(String key) {
        return key.equals("username") ? "user name" : key.replace('-', ' ');
    }

    /** No whole answer arrived. */
    IssueFailure broken(Ask ask, ServiceEndpoint asked, ServiceCallException cause) {
        return new IssueFailure(
                Reason.BROKEN,
                headline(ask),
                List.of(
                        Fact.of("call", String.valueOf(cause.getMessage())),
                        remedy("See whether service '" + asked.name() + "' runs at this address. "
                                + "The next call tries again.")),
                cause);
    }

    /** The service agreed, and its answer is no JSON. */
    IssueFailure notJson(Ask ask, ServiceResponse response) {
        // Shown by kind and size only: a body without fields can't be masked, and may be the token itself.
        String kind = response.header("Content-Type").orElse("no content type");
        return failure(
                Reason.UNREADABLE,
                ask,
                Fact.of("request", response),
                Fact.of("answer", "not JSON (" + kind + ", " + response.bytes().length + " bytes)"),
                remedy("See whether " + ask.key() + " of service '" + service.name() + "' is right."));
    }

    /**
     * The service agreed, and its answer has no text where it should.
     *
     * @param key the configuration key that says where
     */
    IssueFailure missing(Ask ask, ServiceResponse response, TokenAnswer answer, String key, String pointer) {
        return lacking(
                ask,
                response,
                answer,
                "'" + pointer + "' (" + key + ")",
                "Correct " + key + " of service '" + service.name() + "' in goldenpath.yaml.");
    }

    /** The same of an answer whose shape is not declared, but that of OAuth 2. */
    IssueFailure missing(Ask ask, ServiceResponse response, TokenAnswer answer, String pointer) {
        return lacking(
                ask,
                response,
                answer,
                "'" + pointer + "' (as OAuth 2 has it)",
                "See whether " + ask.key() + " of service '" + service.name() + "' is right.");
    }

    private IssueFailure lacking(Ask ask, ServiceResponse response, TokenAnswer answer, String place, String whatToDo) {
        List<String> fields = answer.fields();
        return failure(
                Reason.UNREADABLE,
                ask,
                Fact.of("request", response),
                Fact.of("missing", "a text at " + place),
                Fact.of("fields there", fields.isEmpty() ? "none" : String.join(", ", fields)),
                remedy(whatToDo));
    }

    /** The service agreed to a login, and sets no cookie of the declared name. */
    IssueFailure noCookie(ServiceResponse response, String cookie, Instant now) {
        List<String> set = response.headers("Set-Cookie").stream()
                .flatMap(header -> SetCookie.parse(header).stream())
                .map(found -> found.name() + (found.removes(now) ? " (removed)" : ""))
                .toList();
        return failure(
                Reason.UNREADABLE,
                Ask.SESSION,
                Fact.of("request", response),
                Fact.of("missing", "a cookie '" + cookie + "' (login.cookie)"),
                Fact.of("cookies there", set.isEmpty() ? "none" : String.join(", ", set)),
                remedy("Correct login.cookie of service '" + service.name() + "' in goldenpath.yaml."));
    }

    /** Another thread asks, and has no answer yet. */
    IssueFailure waited(Duration patience) {
        String seconds =
                BigDecimal.valueOf(patience.toMillis(), 3).stripTrailingZeros().toPlainString();
        return failure(
                Reason.BROKEN,
                first,
                Fact.of("waited", seconds + " s for the login or refresh that another thread has under way"),
                remedy("See why service '" + service.name() + "' is slow to answer it."));
    }

    /** This thread was interrupted while another one asks. */
    IssueFailure interrupted() {
        return failure(
                Reason.BROKEN,
                first,
                Fact.of("interrupted", "while it waited for the login or refresh that another thread has under way"));
    }

    private IssueFailure failure(Reason reason, Ask ask, Fact... facts) {
        return new IssueFailure(reason, headline(ask), List.of(facts), null);
    }

    private String headline(Ask ask) {
        return ask.headline(user.name(), service.name());
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
