package dev.goldenpath.architecture.breach.cycles.egg;

import dev.goldenpath.architecture.breach.cycles.hen.Hen;

/** Breach, together with the hen. */
public record Egg(Hen from) {}
