package dev.goldenpath.example.stack.token;

/** What issuer and verifiers of access tokens have to agree on, beside the issuer: the base address of the auth service. */
public final class TokenRules {
    public static final String AUDIENCE = "goldenpath-example";
    public static final String EMAIL_CLAIM = "email";

    private TokenRules() {}
}
