package dev.goldenpath.architecture.breach.junit.jupiter;

import org.junit.jupiter.api.extension.ExtensionContext;

/** No breach: this is JUnit's room. */
record JunitSide(ExtensionContext context) {}
