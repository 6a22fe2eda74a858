package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.*;
import dev.goldenpath.priority.*;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GoldenPath
@P1(protects = "cart")
@OnService("backend")
class FlakyIT {
    private static final AtomicInteger ATTEMPTS = new AtomicInteger();
    private static final AtomicInteger INVOCATIONS = new AtomicInteger();

    @Test
    void passesAtItsSecondAttempt(ServiceClient backend) {
        assertThat(backend.get("/version").send()).hasStatus(ATTEMPTS.incrementAndGet() == 1 ? 500 : 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void oneInvocationPassesAtItsSecondAttempt(int number, ServiceClient backend) {
        boolean fails = number == 2 && INVOCATIONS.incrementAndGet() == 1;
        assertThat(backend.get("/version").send()).hasStatus(fails ? 500 : 200);
    }

    @Test
    void passes(ServiceClient backend) {
        assertThat(backend.get("/version").send()).hasStatus(200);
    }
}
