package dev.goldenpath.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people wrote into the marked blocks of a worklog, and the blocks of the next one, which hold it again, byte by byte.
 * Not thread-safe; good for one page.
 */
final class WorklogNotes {
    /** In column one: what tests wrote never begins there. Only a line feed ends a line, whatever stands before it. */
    private static final Pattern MARKER =
            Pattern.compile("(?md)^<!-- notes:(begin|end) ([A-Za-z0-9:._-]+) -->[ \\t]*\\r?$");

    private static final Pattern RUN = Pattern.compile("(?md)^<!-- worklog of run ([A-Za-z0-9._-]+) -->[ \\t]*\\r?$");

    private final String run;
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final Set<String> shown = new HashSet<>();
    private boolean damaged;

    private WorklogNotes(String run) {
        this.run = run;
    }

    /** Of a run of which nobody has noted anything. */
    static WorklogNotes none() {
        return new WorklogNotes("");
    }

    /** The line that tells which run a worklog is of. */
    static String markOf(String run) {
        return "<!-- worklog of run " + run + " -->\n";
    }

    /** Reads them from a worklog. */
    static WorklogNotes in(String page) {
        Matcher ofRun = RUN.matcher(page);
        WorklogNotes read = new WorklogNotes(ofRun.find() ? ofRun.group(1) : "");
        Matcher marker = MARKER.matcher(page);
        String open = "";
        int from = 0;
        while (marker.find()) {
            String key = marker.group(2);
            if (marker.group(1).equals("begin")) {
                read.damaged |= !open.isEmpty();
                open = key;
                from = Math.min(page.length(), marker.end() + 1);
            } else {
                // An end without its begin, or a second block of one key: whose text is whose, nobody can tell.
                read.damaged |= !open.equals(key);
                if (open.equals(key)) {
                    read.damaged |= read.notes.putIfAbsent(key, page.substring(from, marker.start())) != null;
                }
                open = "";
            }
        }
        read.damaged |= !open.isEmpty();
        return read;
    }

    /** The run that the worklog was of; empty where it does not tell. */
    Optional<String> run() {
        return run.isEmpty() ? Optional.empty() : Optional.of(run);
    }

    /** Whether markers were lost, so that not every note is known. */
    boolean isDamaged() {
        return damaged;
    }

    /** Whether another page has all that people noted here. */
    boolean isKnown(WorklogNotes other) {
        return notes.entrySet().stream()
                .allMatch(note -> note.getValue().isBlank() || note.getValue().equals(other.notes.get(note.getKey())));
    }

    /** The block of this key, with what was noted there; ends with a line end. */
    String block(String key) {
        String free = key;
        for (int number = 2; !shown.add(free); number++) {
            free = key + "-" + number;
        }
        return block(free, notes.getOrDefault(free, ""));
    }

    private static String block(String key, String text) {
        return "<!-- notes:begin " + key + " -->\n" + text + "<!-- notes:end " + key + " -->\n";
    }

    /** The notes that no {@linkplain #block block} has shown, each in its block below its key; empty where there are none. */
    String left() {
        StringBuilder left = new StringBuilder();
        notes.forEach((key, text) -> {
            if (!shown.contains(key) && !text.isBlank()) {
                left.append(left.isEmpty() ? "" : "\n")
                        .append("- ")
                        .append(Markdown.code(key))
                        .append("\n\n")
                        .append(block(key, text));
            }
        });
        return left.toString();
    }
}
