package dev.goldenpath.example.stack.launcher;

import dev.goldenpath.example.stack.token.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param authPort port of the auth service, 0 for a free one
 * @param backendPort port of the backend service, 0 for a free one
 * @param postgresPort port of PostgreSQL, 0 for a free one
 * @param dataDirectory where to keep files, or null for a temporary directory
 * @param revision what {@code GET /version} reports
 * @param accessTokenLifetime how long an access token is valid
 * @param signingKey the file with the key that access tokens are signed with, or null for a new key
 * @param issuer what access tokens name as their issuer, or null for the auth service's own address
 * @param faultsPort where faults are switched on and off, 0 for a free port, or null where they can't be
 */
public record Options(
        int authPort,
        int backendPort,
        int postgresPort,
        @Nullable Path dataDirectory,
        String revision,
        Duration accessTokenLifetime,
        @Nullable Path signingKey,
        @Nullable URI issuer,
        @Nullable Integer faultsPort) {
    public static final String USAGE = """
            usage: java -jar goldenpath-example-stack.jar [options]
              --auth-port PORT            port of the auth service (default 0: a free one)
              --backend-port PORT         port of the backend service (default 0: a free one)
              --postgres-port PORT        port of PostgreSQL (default 0: a free one)
              --data-dir DIRECTORY        keep files here (default: a temporary directory, deleted at the end)
              --revision TEXT             what GET /version reports (default: the version of this jar)
              --access-token-ttl SECONDS  life of an access token (default 900)
              --issuer URL                what access tokens name as their issuer (default: the auth service's address)
              --signing-key FILE          sign access tokens with this EC P-256 key, a private JWK (default: a new key)
              --faults PORT               switch faults on and off at this port, 0 for a free one (default: no faults)
              --help                      show this text
            """;

    private static final String AUTH_PORT = "--auth-port";
    private static final String BACKEND_PORT = "--backend-port";
    private static final String POSTGRES_PORT = "--postgres-port";
    private static final String DATA_DIRECTORY = "--data-dir";
    private static final String REVISION = "--revision";
    private static final String ACCESS_TOKEN_TTL = "--access-token-ttl";
    private static final String SIGNING_KEY = "--signing-key";
    private static final String ISSUER = "--issuer";
    private static final String FAULTS = "--faults";
    private static final Set<String> NAMES = Set.of(
            AUTH_PORT,
            BACKEND_PORT,
            POSTGRES_PORT,
            DATA_DIRECTORY,
            REVISION,
            ACCESS_TOKEN_TTL,
            SIGNING_KEY,
            ISSUER,
            FAULTS);
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_TTL_SECONDS = 86_400;

    /** Reads the arguments; every option takes one value and may be given once. */
    public static Options parse(String... arguments) throws UsageException {
        Map<String, String> values = split(arguments);
        Options options = new Options(
                number(values, AUTH_PORT, 0, 0, HIGHEST_PORT),
                number(values, BACKEND_PORT, 0, 0, HIGHEST_PORT),
                number(values, POSTGRES_PORT, 0, 0, HIGHEST_PORT),
                path(values, DATA_DIRECTORY),
                revision(values),
                Duration.ofSeconds(number(values, ACCESS_TOKEN_TTL, 900, 1, LONGEST_TTL_SECONDS)),
                signingKey(values),
                issuer(values),
                values.containsKey(FAULTS) ? number(values, FAULTS, 0, 0, HIGHEST_PORT) : null);
        if (options.authPort != 0 && options.authPort == options.backendPort) {
            throw new UsageException(BACKEND_PORT + ": is the same as " + AUTH_PORT);
        }
        return options;
    }

    private static Map<String, String> split(String... arguments) throws UsageException {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!NAMES.contains(name)) {
                throw new UsageException(name + ": no such option");
            }
            if (i + 1 == arguments.length) {
                throw new UsageException(name + ": value missing");
            }
            if (values.put(name, arguments[i + 1]) != null) {
                throw new UsageException(name + ": given twice");
            }
        }
        return values;
    }

    private static int number(Map<String, String> values, String name, int otherwise, int lowest, int highest)
            throws UsageException {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, together with numbers out of range.
        }
        throw new UsageException(name + ": '" + value + "' is not a whole number from " + lowest + " to " + highest);
    }

    private static @Nullable Path path(Map<String, String> values, String name) throws UsageException {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        try {
            if (!value.isBlank()) {
                return Path.of(value).toAbsolutePath().normalize();
            }
        } catch (InvalidPathException notAPath) {
            // Reported below, together with the blank one.
        }
        throw new UsageException(name + ": '" + value + "' is not a path");
    }

    private static @Nullable Path signingKey(Map<String, String> values) throws UsageException {
        Path file = path(values, SIGNING_KEY);
        if (file != null) {
            try {
                SigningKey.read(file);
            } catch (IOException e) {
                throw new UsageException(SIGNING_KEY + ": " + e.getMessage());
            }
        }
        return file;
    }

    private static @Nullable URI issuer(Map<String, String> values) throws UsageException {
        String value = values.get(ISSUER);
        if (value == null) {
            return null;
        }
        try {
            URI issuer = new URI(value);
            if (issuer.getHost() != null && List.of("http", "https").contains(issuer.getScheme())) {
                return issuer;
            }
        } catch (URISyntaxException noAddress) {
            // Reported below, together with addresses of other kinds.
        }
        throw new UsageException(ISSUER + ": '" + value + "' is no http or https address");
    }

    private static String revision(Map<String, String> values) throws UsageException {
        String value = values.get(REVISION);
        if (value == null) {
            // Only a jar has a version; classes in a build directory have none.
            Optional<String> version =
                    Optional.ofNullable(Options.class.getPackage().getImplementationVersion());
            return version.orElse("unreleased");
        }
        if (value.isBlank()) {
            throw new UsageException(REVISION + ": is blank");
        }
        return value;
    }
}
