package dev.goldenpath.architecture.breach.nullness.unmarked;

/** Breach: its package says nothing about null. */
record Unmarked(String text) {}
