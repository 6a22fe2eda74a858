package dev.goldenpath.architecture.breach.engines;

import com.nimbusds.jose.JWSHeader;

/** Breach: its subclass is public, and so everybody sees its public method. */
abstract class HiddenClient {
    public void inherited(JWSHeader header) {}
}
