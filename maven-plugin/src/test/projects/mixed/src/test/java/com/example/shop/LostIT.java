package com.example.shop;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.*;
import dev.goldenpath.priority.*;
import org.junit.jupiter.api.*;

@GoldenPath
@P6
@OnService("backend")
class LostIT {
    @Test
    void endsItsJvm(ServiceClient backend) {
        backend.get("/version").send();
        Runtime.getRuntime().halt(1);
    }
}
