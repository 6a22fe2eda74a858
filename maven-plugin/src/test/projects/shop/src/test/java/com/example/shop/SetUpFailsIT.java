package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.*;
import dev.goldenpath.priority.*;
import org.junit.jupiter.api.*;

class SetUpFailsIT {
    @GoldenPath
    @P4
    @OnService("backend")
    static abstract class Base {
        @Test
        void one(ServiceClient backend) {
            assertThat(backend.get("/version").send()).hasStatus(200);
        }

        @Test
        void two(ServiceClient backend) {
            assertThat(backend.get("/version").send()).hasStatus(200);
        }
    }
}

class BeforeAllFailsIT extends SetUpFailsIT.Base {
    @BeforeAll
    static void breaks() {
        throw new IllegalStateException("no data");
    }
}

class AfterAllFailsIT extends SetUpFailsIT.Base {
    @AfterAll
    static void breaks() {
        throw new IllegalStateException("can't clean up");
    }
}

class AfterAllFailsOnceIT extends SetUpFailsIT.Base {
    private static int times;

    @AfterAll
    static void breaks() {
        if (times++ == 0) {
            throw new IllegalStateException("can't clean up the first time");
        }
    }
}

class BeforeAllFailsOnceIT extends SetUpFailsIT.Base {
    private static int times;

    @BeforeAll
    static void breaks() {
        if (times++ == 0) {
            throw new IllegalStateException("no data the first time");
        }
    }
}
