package dev.goldenpath.architecture.breach.rooms.client;

/** No breach. */
public record Caller(String name) {}
