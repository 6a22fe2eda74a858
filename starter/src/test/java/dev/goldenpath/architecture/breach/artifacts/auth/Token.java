package dev.goldenpath.architecture.breach.artifacts.auth;

/** No breach. */
public record Token(String text) {}
