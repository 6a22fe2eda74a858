/**
 * Whether the environment is there. {@link dev.goldenpath.readiness.ReadinessGate} is the door: it asks every service once
 * per JVM, remembers the answer, and names one root cause. {@link dev.goldenpath.readiness.IdentityCheck} asks who it
 * takes a test user for.
 */
@NullMarked
package dev.goldenpath.readiness;

import org.jspecify.annotations.NullMarked;
