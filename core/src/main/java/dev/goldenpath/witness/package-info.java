/**
 * The second, independent view of the wire: what the JVM's flight recorder saw its sockets do while tests ran, held
 * against what the library's own clients say. {@link dev.goldenpath.witness.Witness} is the door.
 */
@NullMarked
package dev.goldenpath.witness;

import org.jspecify.annotations.NullMarked;
