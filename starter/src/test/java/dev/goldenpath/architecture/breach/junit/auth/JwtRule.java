package dev.goldenpath.architecture.breach.junit.auth;

import org.junit.jupiter.api.extension.ExtensionContext;

/** Breach: JUnit beside core in what is no extension. */
record JwtRule(ExtensionContext context) {}
