package dev.goldenpath.report;

import dev.goldenpath.cause.RootCause;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What GitHub shows at the lines of a change: first what makes the run red besides its tests, then root causes, then what did not pass for another reason, the most
 * important first. GitHub shows ten of a step.
 */
final class GithubAnnotations {
    private static final int SHOWN = 10;
    private static final int NAMED = 5;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_MESSAGE = 4_000;

    private final RunAccount account;
    private final LoggedRun run;
    private final SourceFiles sources;

    private GithubAnnotations(RunAccount account, SourceFiles sources) {
        this.account = account;
        this.run = account.run();
        this.sources = sources;
    }

    /** What is to be printed, a line each; none where all is well. */
    static List<String> of(RunAccount account, SourceFiles sources) {
        return new GithubAnnotations(account, sources).lines();
    }

    /** An annotation to be, and the priority that it goes by. */
    private record Note(String priority, Optional<StackFrames.Place> place, String title, String message) {}

    private List<String> lines() {
        List<Note> notes = new ArrayList<>();
        List<String> besidesTests = account.gate().reasonsBesidesTests();
        if (!besidesTests.isEmpty()) {
            notes.add(gate(besidesTests));
        }
        account.causes().all().stream().map(this::cause).sorted(byPriority()).forEach(notes::add);
        // Of a known issue there is nothing new to say at a line of code.
        Causes.groups(NotPassed.minded(run, account.causes()).filter(test -> test.verdict() != Verdict.KNOWN)).stream()
                .map(GithubAnnotations::tests)
                .sorted(byPriority())
                .forEach(notes::add);
        if (notes.isEmpty() && !account.gate().isGreen()) {
            notes.add(gate(account.gate().reasons()));
        }
        if (notes.size() > SHOWN) {
            List<Note> left = List.copyOf(notes.subList(SHOWN - 1, notes.size()));
            notes.subList(SHOWN - 1, notes.size()).clear();
            notes.add(new Note("", Optional.empty(), left.size() + " more", titles(left)));
        }
        return notes.stream().map(this::line).toList();
    }

    private static Note gate(List<String> reasons) {
        return new Note("", Optional.empty(), "The gate is red", String.join("\n", reasons));
    }

    private static Comparator<Note> byPriority() {
        return Comparator.comparing(Note::priority);
    }

    private static String titles(List<Note> left) {
        String first = left.stream().limit(NAMED).map(Note::title).collect(Collectors.joining("\n"));
        return left.size() <= NAMED ? first : first + "\n… (" + (left.size() - NAMED) + " more in the reports)";
    }

    private Note cause(RootCause cause) {
        List<LoggedTest> tests = account.causes().tests(cause);
        CauseText text = new CauseText(run, account.causes(), cause);
        String message = Stream.of(
                        text.when(),
                        text.impact(run.revenue().currency()),
                        text.chain().strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        return new Note(priority(tests), Optional.empty(), cause.headline(), message);
    }

    private static Note tests(List<LoggedTest> group) {
        LoggedTest first = group.get(0);
        String who = group.size() == 1 ? NotPassed.nameOf(first) : group.size() + " tests";
        List<String> message = new ArrayList<>();
        Causes.why(first).map(Excerpt::of).ifPresent(message::addAll);
        if (group.size() > 1) {
            group.stream()
                    .limit(NAMED)
                    .map(test -> "- " + NotPassed.nameOf(test))
                    .forEach(message::add);
        }
        return new Note(
                priority(group),
                StackFrames.of(first),
                priority(group) + " " + first.verdict() + " " + who,
                message.isEmpty() ? first.verdict().name() : String.join("\n", message));
    }

    private static String priority(List<LoggedTest> tests) {
        return tests.stream()
                .map(test -> test.plan().priority())
                .sorted()
                .findFirst()
                .orElse("");
    }

    private String line(Note note) {
        // What the gate tolerates is no error.
        String level = account.gate().isGreen() ? "warning" : "error";
        String at = note.place()
                .flatMap(place ->
                        sources.pathOf(place).map(path -> "file=" + property(path) + ",line=" + place.line() + ","))
                .orElse("");
        return "::" + level + " " + at + "title=" + property(cut("Golden Path: " + note.title(), LONGEST_TITLE)) + "::"
                + data(cut(note.message(), LONGEST_MESSAGE));
    }

    /** Never within a character of two chars. */
    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
