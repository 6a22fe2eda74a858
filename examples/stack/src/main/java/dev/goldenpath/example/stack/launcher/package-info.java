/** Starts the servers and services, watches them and takes them down together; the door is {@link dev.goldenpath.example.stack.launcher.Launcher}. */
@NullMarked
package dev.goldenpath.example.stack.launcher;

import org.jspecify.annotations.NullMarked;
