package dev.goldenpath.example.stack.service;

import static java.util.Map.entry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher tells a service, by environment variables: other users of the machine can read a command line.
 *
 * @param port where the service listens
 * @param authUrl base address of the auth service
 * @param postgresPort loopback port of PostgreSQL
 * @param redisPort loopback port of Redis
 * @param revision what {@code GET /version} reports
 * @param accessTokenLifetime how long an access token is valid
 * @param signingKey the file with the key that access tokens are signed with, or null for a new key
 * @param issuer what access tokens name as their issuer
 * @param dataDirectory where the stack keeps its files
 * @param faultsPort where faults are switched on and off, or null where they can't be
 * @param switchPort where the launcher ends and starts servers for the sake of a fault, or null where it does not
 * @param temporary whether the data directory goes when the stack goes
 */
public record ServiceSettings(
        int port,
        URI authUrl,
        int postgresPort,
        int redisPort,
        String revision,
        Duration accessTokenLifetime,
        @Nullable Path signingKey,
        URI issuer,
        Path dataDirectory,
        @Nullable Integer faultsPort,
        @Nullable Integer switchPort,
        boolean temporary) {
    private static final String PORT = "STACK_PORT";
    private static final String AUTH_URL = "STACK_AUTH_URL";
    private static final String POSTGRES_PORT = "STACK_POSTGRES_PORT";
    private static final String REDIS_PORT = "STACK_REDIS_PORT";
    private static final String REVISION = "STACK_REVISION";
    private static final String ACCESS_TOKEN_SECONDS = "STACK_ACCESS_TOKEN_SECONDS";
    private static final String SIGNING_KEY = "STACK_SIGNING_KEY";
    private static final String ISSUER = "STACK_ISSUER";
    private static final String DATA_DIRECTORY = "STACK_DATA_DIRECTORY";
    private static final String FAULTS_PORT = "STACK_FAULTS_PORT";
    private static final String SWITCH_PORT = "STACK_SWITCH_PORT";
    private static final String TEMPORARY = "STACK_DATA_DIRECTORY_TEMPORARY";

    /** Writes these settings as environment variables. */
    public Map<String, String> toEnvironment() {
        return Map.ofEntries(
                entry(PORT, Integer.toString(port)),
                entry(AUTH_URL, authUrl.toString()),
                entry(POSTGRES_PORT, Integer.toString(postgresPort)),
                entry(REDIS_PORT, Integer.toString(redisPort)),
                entry(REVISION, revision),
                entry(ACCESS_TOKEN_SECONDS, Long.toString(accessTokenLifetime.toSeconds())),
                entry(SIGNING_KEY, signingKey == null ? "" : signingKey.toString()),
                entry(DATA_DIRECTORY, dataDirectory.toString()),
                entry(FAULTS_PORT, faultsPort == null ? "" : faultsPort.toString()),
                entry(SWITCH_PORT, switchPort == null ? "" : switchPort.toString()),
                entry(TEMPORARY, Boolean.toString(temporary)),
                entry(ISSUER, issuer.toString()));
    }

    /**
     * Reads the settings of this process.
     *
     * @throws IllegalStateException if a variable is missing, naming it
     */
    public static ServiceSettings fromEnvironment(Map<String, String> environment) {
        return new ServiceSettings(
                Integer.parseInt(required(environment, PORT)),
                URI.create(required(environment, AUTH_URL)),
                Integer.parseInt(required(environment, POSTGRES_PORT)),
                Integer.parseInt(required(environment, REDIS_PORT)),
                required(environment, REVISION),
                Duration.ofSeconds(Long.parseLong(required(environment, ACCESS_TOKEN_SECONDS))),
                signingKey(required(environment, SIGNING_KEY)),
                URI.create(required(environment, ISSUER)),
                Path.of(required(environment, DATA_DIRECTORY)),
                optionalPort(required(environment, FAULTS_PORT)),
                optionalPort(required(environment, SWITCH_PORT)),
                Boolean.parseBoolean(required(environment, TEMPORARY)));
    }

    private static @Nullable Path signingKey(String text) {
        return text.isEmpty() ? null : Path.of(text);
    }

    private static @Nullable Integer optionalPort(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException("Environment variable " + name
                    + " is missing: services are started by the launcher, see README.md");
        }
        return value;
    }
}
