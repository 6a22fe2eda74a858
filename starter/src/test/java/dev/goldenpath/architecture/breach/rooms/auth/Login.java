package dev.goldenpath.architecture.breach.rooms.auth;

/** No breach: another artifact. */
public record Login(String user) {}
