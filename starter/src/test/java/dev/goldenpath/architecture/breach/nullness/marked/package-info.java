@NullMarked
package dev.goldenpath.architecture.breach.nullness.marked;

import org.jspecify.annotations.NullMarked;
