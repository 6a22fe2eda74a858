package dev.goldenpath.client;

import dev.goldenpath.environment.BypassNames;
import dev.goldenpath.environment.PeerRules;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the calls of a client, and who is told of them.
 *
 * @param markers in its answers
 * @param peers in who answers; absent where whoever answers may
 * @param bypasses in what it sends
 * @param calls who watches
 */
record CallRules(MarkerSearch markers, @Nullable PeerRules peers, BypassNames bypasses, CallWatch calls) {

    static CallRules none() {
        return new CallRules(MarkerSearch.NONE, null, BypassNames.NONE, new CallWatch());
    }

    CallRules with(MarkerSearch others) {
        return new CallRules(others, peers, bypasses, calls);
    }

    CallRules with(PeerRules others) {
        return new CallRules(markers, others, bypasses, calls);
    }

    CallRules with(BypassNames others) {
        return new CallRules(markers, peers, others, calls);
    }

    CallRules with(CallWatch others) {
        return new CallRules(markers, peers, bypasses, others);
    }
}
