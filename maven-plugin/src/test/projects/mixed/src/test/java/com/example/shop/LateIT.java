package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.*;
import dev.goldenpath.priority.*;
import java.net.*;
import org.junit.jupiter.api.*;

@GoldenPath
@P3
@OnService("backend")
class LateIT {
    /** Its own call proves it at once; the witness sees the other one later. */
    @Test
    void alsoTalksToWhatNobodyDeclared(ServiceClient backend) throws Exception {
        assertThat(backend.get("/version").send()).hasStatus(200);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"));
                Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            socket.getOutputStream().write('?');
            accepted.getInputStream().read();
            accepted.getOutputStream().write('!');
            socket.getInputStream().read();
        }
    }
}
