package dev.goldenpath.architecture.breach.rooms.cellar;

/** Breach: no such room. */
record Barrel(int litres) {}
