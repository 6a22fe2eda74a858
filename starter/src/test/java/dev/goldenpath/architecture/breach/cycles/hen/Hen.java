package dev.goldenpath.architecture.breach.cycles.hen;

import dev.goldenpath.architecture.breach.cycles.egg.Egg;

/** Breach, together with the egg. */
public record Hen(Egg from) {}
