package dev.goldenpath.runlog;

/**
 * The ways out that messages of a {@link RunSearch} name, a sentence each: they differ with who searches.
 *
 * @param chooseRun how to say which of several runs is meant
 * @param giveLogs what to do where there is no log
 * @param correctPlace what to do where a given place is not there
 * @since 0.1.0
 */
public record SearchWords(String chooseRun, String giveLogs, String correctPlace) {}
