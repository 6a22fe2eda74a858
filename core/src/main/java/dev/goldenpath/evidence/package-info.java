/**
 * What was observed: every kind of {@link dev.goldenpath.evidence.Evidence}, the append-only
 * {@link dev.goldenpath.evidence.Ledger} that is this room's door, and the redaction every text passes before it is
 * written.
 *
 * <h2>The contract of evidence</h2>
 * <ul>
 *   <li>One {@link dev.goldenpath.evidence.HttpExchange} per physical request, also for a failed one: then
 *       {@code status} is absent and {@code failure} says what broke.
 *   <li>One {@link dev.goldenpath.evidence.WsHandshake} per attempt to connect, accepted or refused; an accepted one
 *       is followed by one {@link dev.goldenpath.evidence.WsMessage} per message in either direction and by exactly
 *       one {@link dev.goldenpath.evidence.WsClose}.
 *   <li>Calls the library makes for itself (login, refresh, probes) are recorded in {@link
 *       dev.goldenpath.evidence.Phase#PROBE}, whenever they run.
 *   <li>One {@link dev.goldenpath.evidence.Step} per step that a test notes or does, and per step of a clean-up that has
 *       run, in {@link dev.goldenpath.evidence.Phase#TEARDOWN}; one {@link dev.goldenpath.evidence.Measurement} or
 *       {@link dev.goldenpath.evidence.Attachment} per call. An attachment has either a {@code file}, with its digest, or
 *       the reason why it was {@code withheld}. None of them has pairs, and none is an answer.
 *   <li>One {@link dev.goldenpath.evidence.Identity} each time a service has told who its caller is, or that it does not
 *       know: once for a service and a user, in {@link dev.goldenpath.evidence.Phase#PROBE}.
 *   <li>What did not happen is absent, never zero.
 * </ul>
 */
@NullMarked
package dev.goldenpath.evidence;

import org.jspecify.annotations.NullMarked;
