package dev.goldenpath.architecture.breach.rooms.launch;

import dev.goldenpath.architecture.breach.rooms.auth.Login;

/** Breach: auth is no room of core. */
public record Starter(Login login) {}
