package dev.goldenpath.runlog;

/**
 * A line of a log within what was read of it: good until the next is asked for.
 *
 * @param bytes that hold it
 * @param start of its first byte in there
 * @param length in bytes, without its end
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two, and to copy each would take as long as to read it.
record Slice(byte[] bytes, int start, int length) {}
