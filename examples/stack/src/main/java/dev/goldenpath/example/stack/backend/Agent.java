package dev.goldenpath.example.stack.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A very small agent: it splits a prompt into words and uses its one tool, a full-text search of the user's messages.
 * It works in the background and tells what it does by events, in order. Thread-safe.
 */
final class Agent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final String TOOL = "message_search";
    private static final int RUNS_AT_ONCE = 4;

    private final ExecutorService runs = Executors.newFixedThreadPool(RUNS_AT_ONCE);
    private final ChatStore store;
    private final EventPublisher publisher;

    Agent(ChatStore store, EventPublisher publisher) {
        this.store = store;
        this.publisher = publisher;
    }

    /** Accepts a task; returns the id of the run that its events will carry. */
    UUID execute(AgentTask task) {
        UUID runId = UUID.randomUUID();
        RunEvents events = new RunEvents(runId, task.userId(), publisher);
        runs.execute(() -> {
            try {
                run(task, events);
            } catch (RuntimeException cause) {
                LOG.error("Run {} failed: {}", runId, cause.toString());
                reportFailure(runId, events);
            }
        });
        return runId;
    }

    private void run(AgentTask task, RunEvents events) {
        events.tell(AgentEvent.STARTED, Map.of("prompt", task.prompt()));
        List<String> words = words(task.prompt());
        Set<String> distinct = new TreeSet<>(words);
        events.tell(AgentEvent.THINKING, Map.of("words", words.size(), "distinct_words", distinct.size()));
        events.tell(AgentEvent.TOOL_EXECUTING, Map.of("tool", TOOL, "words", distinct));
        long matches = store.countMessagesWithAnyOf(task.userId(), task.threadId(), distinct);
        events.tell(AgentEvent.TOOL_COMPLETED, Map.of("tool", TOOL, "matching_messages", matches));
        events.tell(
                AgentEvent.COMPLETED,
                Map.of(
                        "words",
                        words.size(),
                        "distinct_words",
                        distinct.size(),
                        "matching_messages",
                        matches,
                        "result",
                        words.size() + " words, found in " + matches + " of your messages"));
    }

    private static void reportFailure(UUID runId, RunEvents events) {
        try {
            events.tell(AgentEvent.FAILED, Map.of("error", "the run could not be completed"));
        } catch (RuntimeException noWayToTell) {
            LOG.error("Nobody could be told that run {} failed: {}", runId, noWayToTell.toString());
        }
    }

    private static List<String> words(String prompt) {
        List<String> words = new ArrayList<>();
        WORD.matcher(prompt.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .forEach(words::add);
        return words;
    }

    @Override
    public void close() {
        runs.shutdownNow();
    }
}
