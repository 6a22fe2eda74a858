package dev.goldenpath.evidence;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** An exchange has ended, and this is what its client says of it. Off, unless a recording asks for it by name. */
@Name(ExchangeEvents.ENDED)
@Label("Exchange Ended")
@Category("Golden Path")
@Enabled(false)
@StackTrace(false)
final class ExchangeEnded extends Event {
    long number;
    long recording;
    long call;

    @Nullable
    String method;

    @Nullable
    String service;

    @Nullable
    String remote;

    @Nullable
    String local;

    long sent;
    long received;
    boolean atLeast;
    boolean answered;
}
