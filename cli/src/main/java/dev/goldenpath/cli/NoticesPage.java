package dev.goldenpath.cli;

import dev.goldenpath.evidence.Finding;
import java.util.List;

/** Prints what works, and should not stay as it is. */
final class NoticesPage {
    private final Screen screen;

    NoticesPage(Screen screen) {
        this.screen = screen;
    }

    /** Prints nothing where there are none. */
    void print(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        screen.gap();
        screen.line(new Span("Notices", Style.WARNING));
        findings.forEach(finding -> {
            screen.lines("  ", finding.words());
            screen.lines("    → ", finding.remedy());
        });
    }
}
