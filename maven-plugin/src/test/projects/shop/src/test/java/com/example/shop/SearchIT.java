package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.*;
import dev.goldenpath.priority.*;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GoldenPath
@P2(protects = "search")
@OnService("backend")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIT {
    @OnService("backend")
    ServiceClient shared;

    @ParameterizedTest
    @ValueSource(strings = {"a", "b|c", "d \"e\"", "f"})
    void finds(String word, ServiceClient backend) {
        assertThat(backend.get("/version").send()).hasStatus(word.equals("f") ? 500 : 200);
    }

    @RepeatedTest(3)
    void repeats() {
        assertThat(shared.get("/version").send()).hasStatus(200);
    }

    @TestFactory
    Stream<DynamicTest> produces() {
        return IntStream.range(0, 4)
                .mapToObj(i -> DynamicTest.dynamicTest(
                        "number " + i,
                        () -> assertThat(shared.get("/version").send()).hasStatus(i == 3 ? 500 : 200)));
    }
}
