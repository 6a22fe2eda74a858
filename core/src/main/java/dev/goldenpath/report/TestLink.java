package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import java.io.IOException;
import java.util.Map;

/** Links to a test on the page by its position among all tests of the run. */
final class TestLink {
    private static final int NAME = 120;

    private final LoggedRun run;
    private final Html html;

    TestLink(LoggedRun run, Html html) {
        this.run = run;
        this.html = html;
    }

    void write(int position) throws IOException {
        String name = NotPassed.nameOf(run.tests().get(position));
        html.element("a", Map.of("href", "#test-" + position), () -> html.foreign(Excerpt.cut(name, NAME)));
    }
}
