package dev.goldenpath.architecture.breach.artifacts.websocket;

/** No breach. */
public record Plug(String text) {}
