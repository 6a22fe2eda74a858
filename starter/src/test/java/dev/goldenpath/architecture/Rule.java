package dev.goldenpath.architecture;

/** One rule of the house. Knows a house only by its base package, so that a test can show it a house that breaks it. */
@FunctionalInterface
interface Rule {
    Ruling ruleOn(House house);
}
