package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.*;
import dev.goldenpath.priority.*;
import org.junit.jupiter.api.*;

@GoldenPath
@P1(protects = "billing")
@OnService("billing")
class BillingIT {
    @Test
    void pays(ServiceClient billing) {
        assertThat(billing.post("/payments").send()).hasStatus(201);
    }

    @Test
    void refunds(ServiceClient billing) {
        assertThat(billing.post("/refunds").send()).hasStatus(201);
    }
}
