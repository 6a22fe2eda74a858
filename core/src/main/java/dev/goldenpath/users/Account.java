package dev.goldenpath.users;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UserAccount;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What makes a declared user the same account wherever else it is declared.
 *
 * @param user its name as declared here
 * @param issuer the address of the service that issues its tokens, or that service's name where it has none, or the
 *     environment where no service does
 * @param name what the service knows it by
 */
record Account(String user, String issuer, String name) {
    private static final int DIGEST_BYTES = 16;

    static Account of(Environment environment, String user) {
        UserAccount account = environment.user(user);
        return new Account(
                user,
                account.service()
                        .map(environment::service)
                        .map(Account::address)
                        // Such a user is known wherever the environment's services are.
                        .orElse("environment " + environment.name()),
                name(account));
    }

    private static String address(ServiceEndpoint service) {
        URI url = service.url();
        return url == null ? service.name() : normal(url);
    }

    /** By what the grant says of the user; a client's id is that of all users of the client, but where it has none. */
    private static String name(UserAccount account) {
        return account.username()
                .or(() -> account.text("subject"))
                .or(() -> account.grant().equals("client-credentials") ? account.text("client-id") : Optional.empty())
                .orElse(account.name());
    }

    /** What is the same for the same account, by whatever name it is declared. */
    Key key() {
        return new Key(issuer, name);
    }

    /** Of an account. */
    record Key(String issuer, String name) {}

    /** The file that tells who holds it: the same for the same account, and it shows nobody's name. */
    String file() {
        try {
            // The length keeps two pairs apart whose texts would run together to the same.
            String text = issuer.length() + " " + issuer + " " + name;
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES) + ".lease";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String normal(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? 443 : 80;
        int port = url.getPort() < 0 ? standard : url.getPort();
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port + url.getRawPath();
    }
}
