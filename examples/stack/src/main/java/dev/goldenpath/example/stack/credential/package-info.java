/** What a caller may prove itself by, as it stands in a request; the door is {@link dev.goldenpath.example.stack.credential.Credentials}. */
@NullMarked
package dev.goldenpath.example.stack.credential;

import org.jspecify.annotations.NullMarked;
