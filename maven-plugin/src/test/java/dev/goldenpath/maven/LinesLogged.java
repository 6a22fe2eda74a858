package dev.goldenpath.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Maven's own simple log, which also keeps what it prints. */
final class LinesLogged extends SystemStreamLog {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void info(CharSequence content) {
        lines.add("info: " + content);
        super.info(content);
    }

    @Override
    public void warn(CharSequence content) {
        lines.add("warn: " + content);
        super.warn(content);
    }

    @Override
    public void error(CharSequence content) {
        lines.add("error: " + content);
        super.error(content);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    void clear() {
        lines.clear();
    }
}
