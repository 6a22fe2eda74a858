/**
 * HTTP calls to declared services. {@link dev.goldenpath.http.ServiceClient} is the door; every call it makes is recorded
 * as one {@link dev.goldenpath.evidence.HttpExchange}.
 */
@NullMarked
package dev.goldenpath.http;

import org.jspecify.annotations.NullMarked;
