package dev.goldenpath.evidence;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** An exchange begins on this thread. Off, unless a recording asks for it by name. */
@Name(ExchangeEvents.BEGUN)
@Label("Exchange Begun")
@Category("Golden Path")
@Enabled(false)
@StackTrace(false)
final class ExchangeBegun extends Event {
    long number;
}
