/** The example product: two services over real PostgreSQL and Redis, started by {@link dev.goldenpath.example.stack.Main}. */
@NullMarked
package dev.goldenpath.example.stack;

import org.jspecify.annotations.NullMarked;
