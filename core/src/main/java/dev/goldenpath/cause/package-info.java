/**
 * Folds the failures of a run under the outages they come from: {@link dev.goldenpath.cause.RootCauses} is the door. Pure:
 * it asks nobody, and claims nothing that no evidence tells.
 */
@NullMarked
package dev.goldenpath.cause;

import org.jspecify.annotations.NullMarked;
