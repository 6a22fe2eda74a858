/** Access tokens as both services read them; the door is {@link dev.goldenpath.example.stack.token.AccessTokenVerifier}. */
@NullMarked
package dev.goldenpath.example.stack.token;

import org.jspecify.annotations.NullMarked;
