/** The auth service: logs users in and issues tokens; the door is {@link dev.goldenpath.example.stack.auth.AuthMain}. */
@NullMarked
package dev.goldenpath.example.stack.auth;

import org.jspecify.annotations.NullMarked;
