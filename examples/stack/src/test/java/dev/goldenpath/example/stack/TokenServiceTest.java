package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.goldenpath.example.stack.Api.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The token endpoint, as a client that knows nothing but its standards finds and uses it. */
@ExtendWith(SharedStack.class)
class TokenServiceTest {
    private static final String ROBOT = "agent-robot:agent-robot-local-secret";
    private static final String ROBOT_FORM = "client_id=agent-robot&client_secret=agent-robot-local-secret&";
    private static final String ALICE = "grant_type=password&username=alice@example.com&password=alice-local-password";

    private final Api auth;
    private final Api backend;
    private final String endpoint;

    TokenServiceTest(LaunchedStack stack) {
        auth = stack.auth();
        backend = stack.backend();
        endpoint = URI.create(discovery().get("token_endpoint").asText()).getPath();
    }

    @Test
    void isDiscovered() {
        String base = auth.url().toString();
        JsonNode discovery = discovery();

        assertThat(discovery.get("issuer").asText()).isEqualTo(base);
        assertThat(discovery.get("token_endpoint").asText()).isEqualTo(base + "/auth/token");
        assertThat(discovery.get("jwks_uri").asText()).isEqualTo(base + "/.well-known/jwks.json");
        assertThat(texts(discovery, "grant_types_supported")).isEqualTo("client_credentials password refresh_token");
        assertThat(texts(discovery, "token_endpoint_auth_methods_supported"))
                .isEqualTo("client_secret_basic client_secret_post none");
        assertThat(texts(discovery, "scopes_supported")).isEqualTo("chat history");
        assertThat(texts(discovery, "response_types_supported")).isEqualTo("none");
        assertThat(texts(discovery, "subject_types_supported")).isEqualTo("public");
        assertThat(texts(discovery, "id_token_signing_alg_values_supported")).isEqualTo("ES256");
    }

    @Test
    void aServiceAccountLogsInByHeaderOrForm() throws Exception {
        Answer byHeader = asRobot("grant_type=client_credentials");
        Answer byForm = auth.postForm(endpoint, ROBOT_FORM + "grant_type=client_credentials");

        for (Answer answer : new Answer[] {byHeader, byForm}) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("access_token", "token_type", "expires_in");
            assertThat(answer.text("/token_type")).isEqualTo("Bearer");
            assertThat(answer.text("/expires_in")).isEqualTo("900");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            JWTClaimsSet claims = claims(answer);
            assertThat(claims.getIssuer()).isEqualTo(auth.url().toString());
            assertThat(claims.getStringClaim("client_id")).isEqualTo("agent-robot");
            assertThat(claims.getClaim("scope")).isNull();
            Answer me = backend.as(answer.text("/access_token")).get("/api/me");
            assertThat(me.text("/email")).isEqualTo("robot@example.com");
            assertThat(me.text("/id")).isEqualTo(claims.getSubject());
        }
    }

    @Test
    void aPublicClientLogsAUserInAndRotatesTheRefreshToken() throws Exception {
        Answer login = auth.postForm(endpoint, ALICE + "&client_id=agent-web&scope=history%20chat+history");
        String token = login.text("/refresh_token");

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.text("/scope")).isEqualTo("history chat");
        assertThat(claims(login).getStringClaim("scope")).isEqualTo("history chat");
        assertThat(backend.as(login.text("/access_token")).get("/api/me").text("/email"))
                .isEqualTo("alice@example.com");

        assertError(web("grant_type=refresh_token&scope=admin&refresh_token=" + token), 400, "invalid_scope");
        Answer less = web("grant_type=refresh_token&scope=chat&refresh_token=" + token);
        assertThat(less.text("/scope")).isEqualTo("chat");
        assertThat(claims(less).getStringClaim("scope")).isEqualTo("chat");
        assertThat(less.text("/refresh_token")).isNotEqualTo(token);
        assertError(web("grant_type=refresh_token&refresh_token=" + token), 400, "invalid_grant");
        Answer again = web("grant_type=refresh_token&refresh_token=" + less.text("/refresh_token"));
        assertThat(again.text("/scope")).isEqualTo("history chat");
        assertThat(claims(again).getSubject()).isEqualTo(claims(login).getSubject());
    }

    @Test
    void aRefreshTokenIsItsClientsAlone() {
        String webs = web(ALICE).text("/refresh_token");
        String logins = auth.login("alice").text("/refresh_token");

        assertError(asRobot("grant_type=refresh_token&refresh_token=" + webs), 400, "invalid_grant");
        assertError(web("grant_type=refresh_token&refresh_token=" + logins), 400, "invalid_grant");
        assertThat(auth.post("/auth/refresh", Map.of("refresh_token", webs)).status())
                .isEqualTo(401);
        assertThat(web("grant_type=refresh_token&refresh_token=" + webs).status())
                .isEqualTo(200);
        assertThat(auth.post("/auth/refresh", Map.of("refresh_token", logins)).status())
                .isEqualTo(200);
    }

    @Test
    void aClientWithASecretMayLogUsersInToo() throws Exception {
        Answer login = asRobot(ALICE + "&scope=");

        assertThat(login.body().has("scope")).isFalse();
        assertThat(claims(login).getStringClaim("email")).isEqualTo("alice@example.com");
        assertThat(asRobot("grant_type=refresh_token&refresh_token=" + login.text("/refresh_token"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            client_id=agent-web                                             | 400 | invalid_request
            client_id=agent-web&grant_type=                                 | 400 | invalid_request
            client_id=agent-web&grant_type=authorization_code               | 400 | unsupported_grant_type
            client_id=agent-web&grant_type=client_credentials               | 400 | unauthorized_client
            client_id=agent-web&grant_type=password&username=a              | 400 | invalid_request
            client_id=agent-web&grant_type=password&username=a&password=b   | 400 | invalid_grant
            client_id=agent-web&grant_type=password&username=%00&password=b | 400 | invalid_request
            client_id=agent-web&grant_type=password&grant_type=password     | 400 | invalid_request
            client_id=agent-web&grant_type=refresh_token                    | 400 | invalid_request
            client_id=agent-web&grant_type=refresh_token&refresh_token=x    | 400 | invalid_grant
            client_id=agent-web&grant_type=%zz                              | 400 | invalid_request
            client_id=agent-web&grant_type=password&&                      | 400 | invalid_request
            grant_type=client_credentials                                   | 401 | invalid_client
            client_id=nobody&grant_type=client_credentials                  | 401 | invalid_client
            client_id=agent-robot&grant_type=client_credentials             | 401 | invalid_client
            client_id=agent-robot&client_secret=x&grant_type=password       | 401 | invalid_client
            client_id=agent-web&client_secret=x&grant_type=password         | 401 | invalid_client""")
    void refusesAsTheStandardSays(String form, int status, String error) {
        assertError(auth.postForm(endpoint, form), status, error);
    }

    @Test
    void refusesAClientThatIsWrongOrShownTwice() {
        String grant = "grant_type=client_credentials";
        assertError(auth.postForm(endpoint, grant, "Authorization", basic("agent-robot:x")), 401, "invalid_client");
        assertError(auth.postForm(endpoint, grant, "Authorization", "Basic ?"), 401, "invalid_client");
        assertError(auth.postForm(endpoint, grant, "Authorization", basic("%zz:x")), 401, "invalid_client");
        assertError(auth.postForm(endpoint, grant, "Authorization", "Bearer x"), 401, "invalid_client");
        assertError(asRobot(ROBOT_FORM + grant), 400, "invalid_request");
        assertError(asRobot("client_id=agent-web&" + grant), 400, "invalid_request");
        assertError(asRobot(grant + "&scope=chat+admin"), 400, "invalid_scope");
        assertThat(asRobot("client_id=agent-robot&" + grant).status()).isEqualTo(200);
        assertThat(auth.postForm(endpoint, grant, "Authorization", basic("agent%2Drobot:agent-robot-local-secret"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoForm() {
        assertError(auth.post(endpoint, Map.of("grant_type", "client_credentials")), 400, "invalid_request");
        assertThat(auth.get(endpoint).status()).isEqualTo(405);
    }

    @Test
    void theServiceAccountHasNoPassword() {
        assertThat(auth.login("robot").status()).isEqualTo(401);
    }

    private JsonNode discovery() {
        return auth.get("/.well-known/openid-configuration").body();
    }

    private Answer asRobot(String form) {
        return auth.postForm(endpoint, form, "Authorization", basic(ROBOT));
    }

    private Answer web(String form) {
        return auth.postForm(endpoint, "client_id=agent-web&" + form);
    }

    private static void assertError(Answer answer, int status, String error) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("/error")).isEqualTo(error);
        assertThat(answer.text("/error_description")).isNotBlank();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .isEqualTo(status == 401 ? List.of("Basic realm=\"auth\"") : List.of());
    }

    private static JWTClaimsSet claims(Answer answer) throws Exception {
        return SignedJWT.parse(answer.text("/access_token")).getJWTClaimsSet();
    }

    private static String texts(JsonNode object, String field) {
        StringBuilder texts = new StringBuilder();
        object.get(field).forEach(text -> texts.append(' ').append(text.asText()));
        return texts.substring(1);
    }

    private static String basic(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
