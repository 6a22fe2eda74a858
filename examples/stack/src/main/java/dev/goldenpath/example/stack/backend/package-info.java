/** The backend service: threads, messages, a small agent and its events; the door is {@link dev.goldenpath.example.stack.backend.BackendMain}. */
@NullMarked
package dev.goldenpath.example.stack.backend;

import org.jspecify.annotations.NullMarked;
