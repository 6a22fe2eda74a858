/**
 * Test users and the tokens that make calls theirs. {@link dev.goldenpath.auth.AuthUserProvider} is the door; it is
 * found by itself when this artifact is on the class path.
 */
@NullMarked
package dev.goldenpath.auth;

import org.jspecify.annotations.NullMarked;
