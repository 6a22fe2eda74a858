package dev.goldenpath.architecture.breach.junit.verdict;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/** Breach: JUnit outside its rooms. */
record JunitRuling(ExtensionContext context, AssertionFailedError failure) {}
