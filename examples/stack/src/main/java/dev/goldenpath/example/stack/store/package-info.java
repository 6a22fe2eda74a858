/** SQL over a connection pool; the door is {@link dev.goldenpath.example.stack.store.Database}. */
@NullMarked
package dev.goldenpath.example.stack.store;

import org.jspecify.annotations.NullMarked;
