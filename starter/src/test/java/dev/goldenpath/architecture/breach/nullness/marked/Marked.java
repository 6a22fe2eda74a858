package dev.goldenpath.architecture.breach.nullness.marked;

/** No breach. */
record Marked(String text) {}
