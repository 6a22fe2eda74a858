/**
 * Whether the code of the tests could fake a pass, judged from class files, of which none is loaded.
 * {@link dev.goldenpath.policy.MockScan} is the door to the no-mock policy.
 */
@NullMarked
package dev.goldenpath.policy;

import org.jspecify.annotations.NullMarked;
