package dev.goldenpath.architecture.breach.junit.auth;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** No breach. */
final class JwtExtension implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {}
}
