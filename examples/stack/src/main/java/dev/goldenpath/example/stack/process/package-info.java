/** Operating system processes that must never outlive the stack; the door is {@link dev.goldenpath.example.stack.process.PidFile}. */
@NullMarked
package dev.goldenpath.example.stack.process;

import org.jspecify.annotations.NullMarked;
