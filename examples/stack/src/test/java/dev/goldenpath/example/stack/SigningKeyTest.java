package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.goldenpath.example.stack.launcher.Options;
import dev.goldenpath.example.stack.launcher.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedStack.class)
class SigningKeyTest {
    private static final String KEPT_SECRET = "kept-secret";

    @TempDir
    Path directory;

    @Test
    @Tag("starts")
    void signsWithTheGivenKeyAlsoAfterARestart() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        Path file = write(key.toJSONString());
        for (int start = 0; start < 2; start++) {
            try (LaunchedStack stack = LaunchedStack.start(Map.of(), "--signing-key", file.toString())) {
                SignedJWT token = SignedJWT.parse(stack.auth().login("alice").text("/access_token"));
                JWKSet published = JWKSet.parse(
                        stack.auth().get("/.well-known/jwks.json").body().toString());

                assertThat(token.getHeader().getKeyID())
                        .isEqualTo(key.computeThumbprint().toString());
                assertThat(token.verify(new ECDSAVerifier(key.toPublicJWK()))).isTrue();
                assertThat(published.getKeyByKeyId(token.getHeader().getKeyID()).isPrivate())
                        .isFalse();
                assertThat(stack.backend().as(token.serialize()).get("/api/me").status())
                        .isEqualTo(200);
                assertThat(stack.printed())
                        .noneMatch(line -> line.contains(key.getD().toString()));
            }
        }
    }

    @Test
    void theIdInTheFileIsTheKeys(FaultyStack demo) throws Exception {
        SignedJWT token = SignedJWT.parse(demo.product().auth().login("alice").text("/access_token"));

        assertThat(token.getHeader().getKeyID()).isEqualTo("demo-signing-key");
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNoPrivateKeyAndDoesNotShowIt() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID(KEPT_SECRET).generate();
        ECKey other = new ECKeyGenerator(Curve.P_256).generate();
        Map<String, String> unfit = new LinkedHashMap<>();
        unfit.put("nothing", "");
        unfit.put("no JSON", KEPT_SECRET);
        unfit.put("no key", "{\"kty\":\"" + KEPT_SECRET + "\"}");
        unfit.put("a public key", key.toPublicJWK().toJSONString());
        unfit.put("a set of keys", new JWKSet(key).toString(false));
        unfit.put(
                "another curve",
                new ECKeyGenerator(Curve.P_384).keyID(KEPT_SECRET).generate().toJSONString());
        unfit.put("RSA", new RSAKeyGenerator(2048).keyID(KEPT_SECRET).generate().toJSONString());
        unfit.put("Ed25519", octetKeyPair());
        unfit.put(
                "another algorithm",
                new ECKey.Builder(key).algorithm(JWSAlgorithm.HS256).build().toJSONString());
        unfit.put(
                "another use",
                new ECKey.Builder(key).keyUse(KeyUse.ENCRYPTION).build().toJSONString());
        unfit.put("no pair", new ECKey.Builder(key).d(other.getD()).build().toJSONString());
        unfit.put(
                "a point beside the curve",
                key.toJSONString().replace(key.getX().toString(), other.getX().toString()));
        return unfit.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertRefused(
                                write(entry.getValue()),
                                " holds no private EC P-256 key for ES256, as one JSON Web Key")));
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        assertRefused(directory.resolve("absent"), " can't be read: there is no such file");
        assertRefused(directory, " can't be read: Is a directory");
        assertRefused(write("x".repeat(65_537)), " can't be read: it is longer than 65536 bytes");
    }

    @Test
    void exitsWithTwoBeforeAnythingStarts() throws Exception {
        Path file = write(KEPT_SECRET);
        try (LaunchedStack stack = LaunchedStack.launch(Map.of(), "--signing-key", file.toString())) {
            assertThat(stack.awaitExit()).isEqualTo(2);
            assertThat(stack.wholeOutput())
                    .startsWith("--signing-key: " + file + " holds no private EC P-256 key")
                    .doesNotContain(KEPT_SECRET);
        }
    }

    private static String octetKeyPair() {
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"" + KEPT_SECRET
                + "\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\","
                + "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\"}";
    }

    private Path write(String content) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "key", ".json"), content);
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> Options.parse("--signing-key", file.toString()))
                .isInstanceOf(UsageException.class)
                .hasMessage("--signing-key: " + file + reason)
                .message()
                .doesNotContain(KEPT_SECRET);
    }
}
