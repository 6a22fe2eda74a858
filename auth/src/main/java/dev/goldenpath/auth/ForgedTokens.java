package dev.goldenpath.auth;

import com.nimbusds.jose.util.Base64URL;
import dev.goldenpath.client.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes bad tokens out of a good one: each is wrong in one respect, and says all else that the good one says. Immutable.
 */
final class ForgedTokens {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    /** A service whose clock is a little behind takes a token of this very moment for one of the future. */
    private static final Duration BEHIND = Duration.ofSeconds(10);

    private final JwtText good;
    private final Instant now;
    private final Supplier<SigningKey> signing;
    private final PublicKeys publicKeys;

    private ForgedTokens(JwtText good, Instant now, Supplier<SigningKey> signing, PublicKeys publicKeys) {
        this.good = good;
        this.now = now;
        this.signing = signing;
        this.publicKeys = publicKeys;
    }

    /**
     * A bad token.
     *
     * @param words what is wrong with it, beyond what its case says; empty where that says it all
     */
    record Forgery(String words, String token) {
        /** Never shows the token. */
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * Forgeries of a good token.
     *
     * @param signing the key with which the project may sign
     * @param publicKeys the forms in which the key that verifies {@code token} may be taken for a secret
     * @throws NotTried when it is no JSON Web Token
     */
    static ForgedTokens of(String token, Instant now, Supplier<SigningKey> signing, PublicKeys publicKeys) {
        JwtText good = parse(token);
        if (good == null) {
            throw new NotTried("the user's token is no JSON Web Token. Where it never is one, say "
                    + "@AuthMatrix(opaqueToken = true)");
        }
        return new ForgedTokens(good, now, signing, publicKeys);
    }

    /** The forms of the public keys of a {@code kid}; of all, where it is {@code null}. */
    interface PublicKeys {
        List<PublicKeySecret> of(@Nullable String keyId);
    }

    /** Whether it is a JSON Web Token that can be read. */
    static boolean isJwt(String token) {
        return parse(token) != null;
    }

    private static @Nullable JwtText parse(String token) {
        try {
            return JwtText.parse(token);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What it says under this name; {@code null} where it says nothing. */
    @Nullable
    Object claim(String name) {
        return claims().get(name);
    }

    /** A token that the service has to take for a good one, if the project's key is what it says it is. */
    String sound() {
        return sign(sound(now));
    }

    /**
     * The bad tokens of a case that needs a JSON Web Token.
     *
     * @throws NotTried when there can be none of this token
     */
    List<Forgery> of(AuthCase wanted) {
        return switch (wanted) {
            case EXPIRED -> signed(sound(now.minus(HOUR).minus(HOUR)), Map.of("exp", seconds(now.minus(HOUR))));
            case NOT_YET_VALID ->
                signed(
                        sound(now.plus(HOUR)),
                        Map.of(
                                "nbf",
                                seconds(now.plus(HOUR)),
                                "iat",
                                seconds(now.plus(HOUR)),
                                "exp",
                                seconds(now.plus(HOUR).plus(HOUR))));
            case WRONG_ISSUER -> signed(sound(now), Map.of("iss", other(claim("iss"), "https://issuer.invalid")));
            case WRONG_AUDIENCE -> signed(sound(now), Map.of("aud", other(firstAudience(), "audience")));
            case WRONG_KEY -> List.of(new Forgery("", withFreshKey(keyId())));
            case UNKNOWN_KID -> List.of(new Forgery("", withFreshKey("unknown-" + UUID.randomUUID())));
            case ALG_NONE -> List.of(new Forgery("", encoded(header("none")) + "." + part(1) + "."));
            case HS256_WITH_PUBLIC_KEY -> withPublicKey();
            case TAMPERED ->
                List.of(
                        tampered("that lives longer", Map.of("exp", seconds(now.plus(Duration.ofDays(1))))),
                        tampered("of another subject", Map.of("sub", other(claim("sub"), "subject"))));
            case NO_TOKEN, GARBAGE, ANOTHER_USER ->
                throw new IllegalArgumentException(wanted + " needs no JSON Web Token");
        };
    }

    private List<Forgery> signed(Map<String, Object> claims, Map<String, Object> wrong) {
        claims.putAll(wrong);
        return List.of(new Forgery("", sign(claims)));
    }

    private String sign(Map<String, Object> claims) {
        return signing.get().sign(type(), claims);
    }

    private String withFreshKey(@Nullable String keyId) {
        String algorithm = good.algorithm();
        try {
            return SigningKey.fresh(algorithm, keyId).sign(type(), claims());
        } catch (IllegalArgumentException e) {
            throw new NotTried("no other key can be made for " + algorithm);
        }
    }

    private List<Forgery> withPublicKey() {
        String algorithm = good.algorithm();
        if (algorithm.startsWith("HS")) {
            throw new NotTried("the user's token is signed with " + algorithm + ", so there is no public key");
        }
        List<Forgery> forgeries = publicKeys.of(keyId()).stream()
                .map(key -> new Forgery(
                        key.words(),
                        SigningKey.of("HS256", keyId(), key.secret()).sign(type(), claims())))
                .toList();
        if (forgeries.isEmpty()) {
            throw new NotTried("the service publishes no key that could have signed the user's token");
        }
        return forgeries;
    }

    private Forgery tampered(String words, Map<String, Object> other) {
        Map<String, Object> claims = claims();
        claims.putAll(other);
        return new Forgery(words, part(0) + "." + encoded(claims) + "." + good.signature());
    }

    /** All that it says, said anew at {@code issued}. */
    private Map<String, Object> sound(Instant issued) {
        Map<String, Object> claims = claims();
        claims.put("iat", seconds(issued.minus(BEHIND)));
        claims.put("exp", seconds(issued.plus(LIFETIME)));
        claims.computeIfPresent("nbf", (name, before) -> seconds(issued.minus(BEHIND)));
        claims.computeIfPresent("jti", (name, before) -> UUID.randomUUID().toString());
        return claims;
    }

    private Map<String, Object> claims() {
        return new LinkedHashMap<>(good.claims());
    }

    private Map<String, @Nullable Object> type() {
        Map<String, @Nullable Object> header = new HashMap<>();
        header.put("typ", good.header().get("typ"));
        return header;
    }

    private Map<String, Object> header(String algorithm) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm);
        type().forEach((name, value) -> {
            if (value != null) {
                header.put(name, value);
            }
        });
        return header;
    }

    private @Nullable Object firstAudience() {
        return claim("aud") instanceof List<?> all ? all.stream().findFirst().orElse(null) : claim("aud");
    }

    private static Object other(@Nullable Object present, String otherwise) {
        return (present == null ? otherwise : present) + "-other";
    }

    private @Nullable String keyId() {
        Object keyId = good.header().get("kid");
        return keyId == null ? null : keyId.toString();
    }

    private String part(int index) {
        return good.compact().split("\\.", -1)[index];
    }

    private static long seconds(Instant instant) {
        return instant.getEpochSecond();
    }

    private static String encoded(Map<String, Object> json) {
        return Base64URL.encode(JsonText.write(json)).toString();
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "forgeries of a token signed with " + good.algorithm();
    }
}
