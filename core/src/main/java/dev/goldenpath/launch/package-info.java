/**
 * The processes an environment starts for itself, and a supervisor keeps for all JVMs of a run. {@link dev.goldenpath.launch.LaunchedProcesses} is the door.
 */
@NullMarked
package dev.goldenpath.launch;

import org.jspecify.annotations.NullMarked;
