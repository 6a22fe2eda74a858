package dev.goldenpath.example.stack.token;

/** What issuer and verifiers of access tokens have to agree on. */
public final class TokenRules {
    public static final String ISSUER = "goldenpath-example-auth";
    public static final String AUDIENCE = "goldenpath-example";
    public static final String EMAIL_CLAIM = "email";

    private TokenRules() {}
}
