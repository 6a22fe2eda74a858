package dev.goldenpath.witness;

import org.jspecify.annotations.Nullable;

/**
 * What a client says of an exchange.
 *
 * @param number as its begin was numbered
 * @param recording whose exchange it was
 * @param words the call, as a test author knows it
 * @param remote the peer, {@code null} when the client names none
 * @param local this end's address, {@code null} likewise
 * @param atLeast whether the wire carried more than the client counts, which is before encryption
 * @param answered whether a whole answer arrived
 */
record ExchangeClaim(
        long number,
        long recording,
        String words,
        @Nullable Peer remote,
        @Nullable Peer local,
        long sent,
        long received,
        boolean atLeast,
        boolean answered) {}
