package dev.goldenpath.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The service that the pieces of the gallery are run against, and what they are told of it. */
final class Gallery implements BeforeAllCallback, AfterAllCallback {
    private GalleryProcess service;
    private GalleryProcess undeclared;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        service = GalleryProcess.start();
        undeclared = GalleryProcess.start();
        System.setProperty("gallery.port", Integer.toString(service.port()));
        System.setProperty("gallery.undeclared", Integer.toString(undeclared.port()));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        System.clearProperty("gallery.port");
        System.clearProperty("gallery.undeclared");
        service.close();
        undeclared.close();
    }

    GalleryRun run(Class<?> piece, Path folder, String environment, Map<String, String> parameters) throws IOException {
        return GalleryRun.of(piece, folder, environment, parameters);
    }

    /** An environment on this machine. */
    String local() {
        return """
                environments:
                  local:
                    ready-within: 10s
                    services:
                      gallery: %s
                      swapped: { url: "%s", health: /health, identity: /me-swapped#/id }
                      sockets: { url: "http://127.0.0.1:%d", events: { type: /type } }
                    users:
                %s
                """.formatted(
                        service("http://127.0.0.1:" + service.port()),
                        "http://127.0.0.1:" + service.port(),
                        service.socketPort(),
                        USERS);
    }

    /** An environment that says it is elsewhere, with the service at this address. */
    String remote(String host, String more) {
        return """
                environments:
                  remote:
                    remote: true
                    ready-within: 10s
                    services:
                      gallery: { url: "http://%s:%d", health: /health%s }
                """.formatted(host, service.port(), more);
    }

    /** An environment with a service in this JVM. */
    static String inside(int port) {
        return """
                environments:
                  local:
                    ready-within: 10s
                    services:
                      inside: { url: "http://127.0.0.1:%d", events: { type: /type } }
                """.formatted(port);
    }

    private static final String USERS = """
                      alice: { service: gallery, grant: name, username: alice, password: no-secret-1 }
                      lost: { service: gallery, grant: lost, username: lost, password: no-secret-2 }
            """.stripTrailing();

    private static String service(String url) {
        return "{ url: \"" + url + "\", health: /health, revision: /version#/revision, identity: /me#/id }";
    }
}
