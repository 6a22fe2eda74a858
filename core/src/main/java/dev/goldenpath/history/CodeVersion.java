package dev.goldenpath.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which code a run tested, and with which, in words. */
final class CodeVersion {
    private static final int SHORT_HASH = 12;
    private static final String COMMIT = "commit of the tests";

    private CodeVersion() {}

    /** {@code commit of the tests 4f2a9c1d0b7e, backend 1.4.2}; empty where the run knows neither. */
    static Optional<String> of(HistoryRun run) {
        List<String> parts = new ArrayList<>();
        all(run).forEach((what, version) -> parts.add(what + " " + version));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    /** {@code commit of the tests 4f2a9c1d0b7e → 77aa01c2d3e4, backend 1.4.2 → 1.4.3}; empty where nothing that both know differs. */
    static Optional<String> change(HistoryRun from, HistoryRun to) {
        Map<String, String> before = all(from);
        List<String> parts = new ArrayList<>();
        all(to).forEach((what, version) -> {
            String other = before.get(what);
            if (other != null && !other.equals(version)) {
                parts.add(what + " " + other + " → " + version);
            }
        });
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    /** The commit first. */
    private static Map<String, String> all(HistoryRun run) {
        Map<String, String> all = new LinkedHashMap<>();
        String commit = run.commit();
        if (commit != null) {
            String hash = commit.substring(0, Math.min(SHORT_HASH, commit.length()));
            all.put(COMMIT, run.dirty() ? hash + " with changes" : hash);
        }
        all.putAll(run.revisions());
        return all;
    }
}
