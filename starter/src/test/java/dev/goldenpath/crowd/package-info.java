/** Hundreds and thousands of users at once, with HTTP and WebSockets, and what each of them costs. */
@NullMarked
package dev.goldenpath.crowd;

import org.jspecify.annotations.NullMarked;
