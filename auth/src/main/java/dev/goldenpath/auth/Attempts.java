package dev.goldenpath.auth;

import com.nimbusds.jose.jwk.JWK;
import dev.goldenpath.auth.ForgedTokens.Forgery;
import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UserAccount;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bad credentials of each case, made of those that one user has now. Everything in them is masked. */
final class Attempts {
    private final CaseSelection selection;
    private final Clients clients;
    private final UserCredentials good;
    private final Clock clock;

    /** Those of the selection's user; may log in, or refresh, first. */
    Attempts(CaseSelection selection, Clients clients, Clock clock) {
        this.selection = selection;
        this.clients = clients;
        this.clock = clock;
        this.good = UserCredentials.of(clients.authorizer(selection.user().name()));
    }

    /**
     * The attempts of a case, all of which have to be refused.
     *
     * @throws NotTried when there can be none
     */
    List<Attempt> of(AuthCase wanted) {
        return switch (wanted) {
            case NO_TOKEN -> List.of(new Attempt(wanted.words(), null, List.of()));
            case GARBAGE -> List.of(forged(wanted.words(), "garbage-" + UUID.randomUUID()));
            case ANOTHER_USER -> List.of(anotherUsers(Objects.requireNonNull(selection.another())));
            case TAMPERED -> tampered();
            default -> forgeries(wanted);
        };
    }

    /** A token that has to be accepted, signed with the key with which the project may sign. */
    Attempt sound() {
        return forged("a sound token", tokens().sound());
    }

    /** Whether the user's own token is a JSON Web Token. */
    boolean areOfJwt() {
        return good.token().filter(ForgedTokens::isJwt).isPresent();
    }

    /** What the user's own token says under this name; {@code null} where it says nothing, or is opaque. */
    @Nullable
    Object claim(String name) {
        return areOfJwt() ? tokens().claim(name) : null;
    }

    private List<Attempt> forgeries(AuthCase wanted) {
        return tokens().of(wanted).stream()
                .map(forgery -> forged(words(wanted, forgery), forgery.token()))
                .toList();
    }

    private static String words(AuthCase wanted, Forgery forgery) {
        String more = forgery.words();
        if (more.isEmpty()) {
            return wanted.words();
        }
        return wanted == AuthCase.TAMPERED ? wanted.words() + " " + more : wanted.words() + " (" + more + ")";
    }

    private List<Attempt> tampered() {
        if (areOfJwt()) {
            return forgeries(AuthCase.TAMPERED);
        }
        ForgedCredentials changed = good.changed(AuthCase.TAMPERED.words(), Attempts::withAnotherMiddle);
        List<String> secrets =
                good.secrets().stream().map(Attempts::withAnotherMiddle).toList();
        secrets.forEach(clients.redaction()::addValue);
        return List.of(new Attempt(changed.user(), changed, secrets));
    }

    private static String withAnotherMiddle(String text) {
        int middle = text.length() / 2;
        if (text.isEmpty()) {
            return "x";
        }
        char other = Character.toLowerCase(text.charAt(middle)) == 'x' ? 'y' : 'x';
        return text.substring(0, middle) + other + text.substring(middle + 1);
    }

    private Attempt anotherUsers(UserAccount another) {
        RequestAuthorizer theirs = clients.authorizer(another.name());
        return new Attempt(
                "the credentials of " + another.name(),
                theirs,
                UserCredentials.of(theirs).secrets());
    }

    private Attempt forged(String words, String value) {
        clients.redaction().addValue(value);
        return Attempt.of(good.changed(words, before -> value), value);
    }

    private ForgedTokens tokens() {
        String token = good.token().orElseThrow(() -> new NotTried("the user has no bare token"));
        return ForgedTokens.of(token, clock.instant(), () -> SigningKey.of(issuer()), this::publicKeys);
    }

    private List<PublicKeySecret> publicKeys(@Nullable String keyId) {
        ServiceEndpoint issuer = issuer();
        Discovery discovery =
                issuer.tokens() != null && issuer.tokens().discovery() != null ? Discovery.of(issuer, clients) : null;
        KeySet keys = KeySet.of(issuer, clients, discovery);
        List<JWK> named = keyId == null ? List.of() : keys.named(keyId);
        Stream<JWK> all = (named.isEmpty() ? keys.all() : named).stream();
        return all.flatMap(PublicKeySecret::of).toList();
    }

    private ServiceEndpoint issuer() {
        return clients.environment().service(selection.user().required("service"));
    }
}
