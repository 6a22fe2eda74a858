package dev.goldenpath.example.stack.auth;

import dev.goldenpath.example.stack.credential.BasicCredentials;
import dev.goldenpath.example.stack.credential.Credential;
import dev.goldenpath.example.stack.credential.Credential.Kind;
import dev.goldenpath.example.stack.credential.Credentials;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds out which client asks: by HTTP Basic ({@code client_secret_basic}) or in the form ({@code client_secret_post}). */
final class ClientAuthentication {
    private final DemoClients clients;

    ClientAuthentication(DemoClients clients) {
        this.clients = clients;
    }

    /**
     * Returns the client.
     *
     * @throws OAuthError if there is none, if it is not valid, or if it is shown in two ways
     */
    OAuthClient require(Context request, OAuthForm form) {
        List<Credential> headers = Credentials.allIn(request).stream()
                .filter(shown -> shown.kind() != Kind.SESSION)
                .toList();
        if (headers.isEmpty()) {
            String id = form.find("client_id").orElseThrow(OAuthError::invalidClient);
            return client(id, form.find("client_secret").orElse(""));
        }
        if (headers.size() > 1 || form.find("client_secret").isPresent()) {
            throw OAuthError.invalidRequest("the client is shown in more than one way");
        }
        OAuthClient client = basic(headers.get(0));
        if (!form.find("client_id").orElse(client.id()).equals(client.id())) {
            throw OAuthError.invalidRequest("client_id is not the client in the Authorization header");
        }
        return client;
    }

    private OAuthClient basic(Credential shown) {
        if (shown.kind() != Kind.BASIC) {
            throw OAuthError.invalidClient();
        }
        BasicCredentials basic = BasicCredentials.decode(shown.value()).orElseThrow(OAuthError::invalidClient);
        try {
            // RFC 6749, section 2.3.1: both are encoded like a form before they are put together.
            return client(decode(basic.name()), decode(basic.password()));
        } catch (IllegalArgumentException malformed) {
            throw OAuthError.invalidClient();
        }
    }

    private OAuthClient client(String id, String secret) {
        return clients.find(id).filter(known -> known.provesItselfBy(secret)).orElseThrow(OAuthError::invalidClient);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
