package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.*;
import dev.goldenpath.priority.*;
import org.junit.jupiter.api.*;

@GoldenPath
@P1(protects = "cart")
@OnService("backend")
class CartIT {
    @Test
    void first(@AsUser("alice") ServiceClient backend) {
        assertThat(backend.get("/api/me").send()).hasStatus(200);
    }

    @Test
    void second(@AsUser("alice") ServiceClient backend) {
        assertThat(backend.get("/api/me").send()).hasStatus(200);
    }

    @Test
    @P2
    void fails(ServiceClient backend) {
        assertThat(backend.get("/version").send()).hasStatus(500);
    }

    @Test
    @P2
    void isBroken(ServiceClient backend) {
        backend.get("/version").send();
        throw new IllegalStateException("a bug in the test");
    }

    @Test
    @P3
    void assertsNothingReal() {}

    @Test
    @P2
    @Disabled("not now")
    void isDisabled() {}

    @Test
    @P2
    void isAborted(ServiceClient backend) {
        Assumptions.assumeTrue(backend.get("/version").send().status() == 500, "no such version");
    }

    @Nested
    class Inside {
        @Test
        void nested(ServiceClient backend) {
            assertThat(backend.get("/version").send()).hasStatus(200);
        }

        @Test
        @P3
        void nestedFails(ServiceClient backend) {
            assertThat(backend.get("/version").send()).hasStatus(500);
        }
    }
}
