/** The negative matrix against a guarded service of its own process, which can be given each of the holes it looks for. */
package dev.goldenpath.matrix;
