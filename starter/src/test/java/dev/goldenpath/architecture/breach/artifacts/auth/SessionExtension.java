package dev.goldenpath.architecture.breach.artifacts.auth;

import dev.goldenpath.architecture.breach.artifacts.jupiter.Session;
import dev.goldenpath.architecture.breach.artifacts.websocket.Plug;
import org.junit.jupiter.api.extension.Extension;

/** Breach: an extension may know the JUnit side of core, and still no other artifact. */
record SessionExtension(Session session, Plug plug) implements Extension {}
