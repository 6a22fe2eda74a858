package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.credential.Credential;
import dev.goldenpath.example.stack.credential.Credentials;
import dev.goldenpath.example.stack.web.JsonBody;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Header;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.UnauthorizedResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** Asks the auth service whose a credential is that only it can check. Thread-safe. */
final class AuthClient {
    /** A password takes its time, on a busy machine all the more. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_EMAIL = 4_096;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI address;

    AuthClient(URI authUrl) {
        this.address = authUrl.resolve("/auth/me");
    }

    /**
     * Returns whose it is.
     *
     * @throws UnauthorizedResponse if it is nobody's
     * @throws ServiceUnavailableResponse if there is no telling, at the latest after 5 s
     */
    Caller callerWith(Credential shown) {
        if (!shown.isPlain()) {
            throw notValid();
        }
        HttpResponse<String> answer = send(request(shown));
        return switch (answer.statusCode()) {
            case 200 -> caller(answer.body());
            case 401 -> throw notValid();
            default -> throw unavailable();
        };
    }

    private HttpRequest request(Credential shown) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(TIMEOUT);
        return switch (shown.kind()) {
            case BASIC ->
                request.header(Header.AUTHORIZATION, "Basic " + shown.value()).build();
            case API_KEY ->
                request.header(Credentials.API_KEY_HEADER, shown.value()).build();
            case SESSION ->
                request.header(Header.COOKIE, Credentials.SESSION_COOKIE + "=" + shown.value())
                        .build();
            case BEARER, OTHER -> throw notValid();
        };
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static Caller caller(String body) {
        try {
            JsonBody user = JsonBody.of(body);
            return new Caller(UUID.fromString(user.text("id", LONGEST_ID)), user.text("email", LONGEST_EMAIL), null);
        } catch (BadRequestResponse | IllegalArgumentException noUser) {
            throw unavailable();
        }
    }

    private static UnauthorizedResponse notValid() {
        return new UnauthorizedResponse("credentials not valid");
    }

    private static ServiceUnavailableResponse unavailable() {
        return new ServiceUnavailableResponse("the auth service is unavailable");
    }
}
