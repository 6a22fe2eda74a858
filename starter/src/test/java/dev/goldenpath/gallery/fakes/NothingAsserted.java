package dev.goldenpath.gallery.fakes;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import org.junit.jupiter.api.Test;

/** A call, and no look at the answer. */
@GoldenPath
public class NothingAsserted {
    @Test
    void theAgentAnswers(@OnService("gallery") ServiceClient gallery) {
        gallery.get("/missing").send();
    }
}
