package dev.goldenpath.environment;

/**
 * A file that the configuration consists of.
 *
 * @param name for messages
 * @param path as it was asked for, with slashes
 * @param onClassPath whether it was found there
 */
record TextFile(String name, String path, boolean onClassPath, String text) {}
