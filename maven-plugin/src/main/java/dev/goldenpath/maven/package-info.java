/**
 * The Maven goals {@code goldenpath:gate} and {@code goldenpath:report}: thin doors to what core makes of run logs.
 * {@link dev.goldenpath.maven.GateMojo} is the one that builds bind.
 */
@NullMarked
package dev.goldenpath.maven;

import org.jspecify.annotations.NullMarked;
