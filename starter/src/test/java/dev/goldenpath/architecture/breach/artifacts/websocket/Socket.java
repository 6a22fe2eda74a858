package dev.goldenpath.architecture.breach.artifacts.websocket;

import dev.goldenpath.architecture.breach.artifacts.auth.Token;
import dev.goldenpath.architecture.breach.artifacts.client.Caller;
import dev.goldenpath.architecture.breach.artifacts.jupiter.Session;

/** Breach: imports another artifact, and the JUnit side of core. That it imports another room of core is none. */
record Socket(Token token, Session session, Caller caller) {}
