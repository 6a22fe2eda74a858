/**
 * The processes an environment starts for itself. {@link dev.goldenpath.launch.LaunchedProcesses} is the door.
 */
@NullMarked
package dev.goldenpath.launch;

import org.jspecify.annotations.NullMarked;
