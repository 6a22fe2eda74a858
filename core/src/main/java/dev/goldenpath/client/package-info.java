/**
 * The seams between the library and the things it is extended by: a {@link dev.goldenpath.client.ClientProvider} makes
 * clients of one type, a {@link dev.goldenpath.client.UserProvider} makes users able to call. {@link
 * dev.goldenpath.client.Clients} is the door.
 */
@NullMarked
package dev.goldenpath.client;

import org.jspecify.annotations.NullMarked;
