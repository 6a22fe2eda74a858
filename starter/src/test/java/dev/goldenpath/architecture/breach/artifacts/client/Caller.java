package dev.goldenpath.architecture.breach.artifacts.client;

/** No breach. */
public record Caller(String name) {}
