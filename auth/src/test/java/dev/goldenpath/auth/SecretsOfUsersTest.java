package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing that a debugger, a log or a failed assertion may show tells a secret. */
class SecretsOfUsersTest {
    private static final String[] USERS = {
        OidcTokensTest.BOT,
        OidcTokensTest.ALICE,
        OidcTokensTest.HOLDER,
        "visitor: { grant: session, service: idp, username: alice@example.com, password: \"${PASSWORD}\" }",
        "signer: { grant: jwt, service: idp, subject: alice-id }",
        "static: { grant: token, token: \"${TOKEN}\" }",
        "header: { grant: api-key, key: \"${API_KEY}\", header: X-Shop-Key }",
        "parameter: { grant: api-key, key: \"${API_KEY}\", parameter: shop-key }",
        "basic: { grant: basic, username: alice@example.com, password: \"${PASSWORD}\" }"
    };
    private static final String TOKENS =
            "{ discovery: /.well-known/openid-configuration, signing: { key: \"${KEY}\" } }";

    @RegisterExtension
    static final WaysServerProcess SERVER = new WaysServerProcess();

    @Test
    void noPartOfAUserShowsWhatItHolds() throws Exception {
        JWK key = SampleKeys.of("ES256", "k1");
        SERVER.trust(key);
        try (WaysScene scene = WaysScene.withTokens(SERVER.url(), TOKENS, Map.of("KEY", key.toJSONString()), USERS)) {
            List<String> shown = new ArrayList<>();
            Set<String> secrets = Collections.newSetFromMap(new ConcurrentHashMap<>());
            for (String user : scene.clients().environment().users().keySet()) {
                assertThat(scene.as(user).get("/who").send()).hasStatus(200);
                scene.user(user).token().ifPresent(secrets::add);
                collect(scene.user(user), Collections.newSetFromMap(new IdentityHashMap<>()), shown);
            }
            Thread.getAllStackTraces().keySet().forEach(thread -> shown.add(thread.getName()));
            secrets.addAll(SERVER.secrets());
            secrets.addAll(List.of("horse", "s3cret", WaysServer.TOKEN, WaysServer.API_KEY, WaysServer.REFRESH_TOKEN));
            secrets.add(key.toECKey().getD().toString());

            assertThat(shown).hasSizeGreaterThan(60);
            assertThat(shown.toString()).doesNotContain(secrets);
        }
    }

    /** What {@code part} and all that it is made of look like. */
    private static void collect(Object part, Set<Object> seen, List<String> shown) throws IllegalAccessException {
        if (part == null || !seen.add(part)) {
            return;
        }
        if (part instanceof Collection<?> many) {
            for (Object one : many) {
                collect(one, seen, shown);
            }
        }
        Class<?> type = part.getClass();
        if (!type.getName().startsWith("dev.goldenpath.auth.")
                && !type.getName().startsWith("dev.goldenpath.environment.")) {
            return;
        }
        shown.add(part.toString());
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                field.setAccessible(true);
                collect(field.get(part), seen, shown);
            }
        }
    }

    @Test
    void noFailureShowsWhatWasRefused() throws Exception {
        JWK key = SampleKeys.of("ES256", "old");
        SERVER.trust(SampleKeys.of("ES256", "new"));
        Map<String, String> wrong = Map.of(
                "KEY", key.toJSONString(),
                "PASSWORD", "battery-staple",
                "CLIENT_SECRET", "battery-staple",
                "REFRESH_TOKEN", "battery-staple",
                "TOKEN", "battery-staple",
                "API_KEY", "battery-staple");
        try (WaysScene scene = WaysScene.withTokens(SERVER.url(), TOKENS, wrong, USERS)) {
            for (String user : scene.clients().environment().users().keySet()) {
                StringWriter trace = new StringWriter();
                Crowd.failure(() -> scene.as(user, "shop").get("/who").send()).printStackTrace(new PrintWriter(trace));

                assertThat(trace.toString())
                        .contains(user)
                        .doesNotContain("staple", key.toECKey().getD().toString());
            }
            assertThat(scene.recorded().toString()).doesNotContain("staple");
        }
    }
}
