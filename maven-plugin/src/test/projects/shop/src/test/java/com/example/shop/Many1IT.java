package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.*;
import dev.goldenpath.priority.*;
import org.junit.jupiter.api.*;

@GoldenPath
@P3
@OnService("backend")
class Many1IT {
    @RepeatedTest(10)
    void works(ServiceClient backend) {
        assertThat(backend.get("/version").send()).hasStatus(200);
    }
}
