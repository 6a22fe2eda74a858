package dev.goldenpath.witness;

/** Receives what the flight recorder has seen, in the order of its clock. */
interface WireEvents {

    void used(SocketUse use);

    void exchangeBegun(long thread, long number);

    void exchangeEnded(ExchangeClaim claim);

    void marked(long thread, TestMark.What what, long recording, long nanos);

    /** An event that bears the name of one of these, and is none. */
    void forged(long thread);

    /** The flight recorder has lost events. */
    void lost();
}
