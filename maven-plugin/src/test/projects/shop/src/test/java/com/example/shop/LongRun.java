package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.*;
import dev.goldenpath.priority.*;
import org.junit.jupiter.api.*;

/** Long enough to be killed in the middle; not among the integration tests unless asked for. */
@GoldenPath
@P2
@OnService("backend")
class LongRun {
    @RepeatedTest(1500)
    void works(@AsUser("alice") ServiceClient backend) {
        assertThat(backend.get("/api/me").send()).hasStatus(200);
    }
}
