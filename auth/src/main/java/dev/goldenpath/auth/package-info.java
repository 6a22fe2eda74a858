/**
 * Test users and the tokens that make calls theirs. {@link dev.goldenpath.auth.AuthUserProvider} makes the users, and
 * is found by itself when this artifact is on the class path; {@link dev.goldenpath.auth.ServiceTokens} is what tests have
 * injected to look at tokens.
 */
@NullMarked
package dev.goldenpath.auth;

import org.jspecify.annotations.NullMarked;
