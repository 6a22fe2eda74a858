/**
 * Test users that one test at a time may hold, shared by all JVMs and machines that share a folder. {@link
 * dev.goldenpath.users.UserPools} is the door.
 */
@NullMarked
package dev.goldenpath.users;

import org.jspecify.annotations.NullMarked;
