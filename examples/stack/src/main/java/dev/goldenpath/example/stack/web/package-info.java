/** JSON over HTTP: one server set-up, strict request bodies, errors as JSON; the door is {@link dev.goldenpath.example.stack.web.WebServer}. */
@NullMarked
package dev.goldenpath.example.stack.web;

import org.jspecify.annotations.NullMarked;
