package dev.goldenpath.gallery.honest;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.RepeatedTest;

/** The service refuses its user, whatever is called. */
@GoldenPath
public class RefusedUser {
    @RepeatedTest(3)
    void isGreeted(@OnService("gallery") @AsUser("expired") ServiceClient gallery) {
        gallery.get("/chat").send();
    }
}
