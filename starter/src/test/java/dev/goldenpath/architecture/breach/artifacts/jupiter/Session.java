package dev.goldenpath.architecture.breach.artifacts.jupiter;

/** No breach. */
public record Session(String run) {}
