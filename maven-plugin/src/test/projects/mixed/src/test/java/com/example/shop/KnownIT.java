package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.*;
import dev.goldenpath.priority.*;
import org.junit.jupiter.api.*;

@GoldenPath
@P2
@OnService("backend")
class KnownIT {
    @Test
    void saysWhatShopItIs(ServiceClient backend) {
        assertThat(backend.get("/version").send()).hasStatus(200);
        throw new AssertionError("it does not say what shop it is");
    }
}
