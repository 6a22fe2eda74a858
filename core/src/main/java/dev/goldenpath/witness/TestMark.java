package dev.goldenpath.witness;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A test, or its own part on this thread, begins or ends. Off, unless a recording asks for it by name. */
@Name(TestMark.NAME)
@Label("Test Mark")
@Category("Golden Path")
@Enabled(false)
@StackTrace(false)
final class TestMark extends Event {
    static final String NAME = "dev.goldenpath.TestMark";

    @Nullable
    String what;

    long recording;

    static void commit(What what, long recording) {
        TestMark mark = new TestMark();
        mark.what = what.name();
        mark.recording = recording;
        mark.commit();
    }

    /** What a mark says. */
    enum What {
        TEST_BEGUN,
        TEST_ENDED,
        PART_BEGUN,
        PART_ENDED,
        /** What several tests share; it does not count as a test that runs beside them. */
        SHARED_BEGUN,
        SHARED_ENDED
    }
}
