package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.environment.EventContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Events are written as {@code type key=value …}. Where nothing else is said they are alice's, about run r1, 10 ms apart,
 * with ids and numbers as they come; {@code key=-} leaves a field out.
 */
class ContractJudgeTest {
    private static final long CALLED = Duration.ofSeconds(5).toNanos();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            started, thinking, done
            started, thinking, thinking, thinking, tool, done
            started, thinking, completed
            started, thinking, tool, done user=u-1
            """)
    void eventsThatHonourTheContract(String arrived) {
        assertThat(breaches(AgentRun.contract(), arrived, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                             | started is missing; thinking is missing; done is missing
            started, thinking                              | done is missing
            started, done                                  | thinking is missing
            started, done seq=3                            | thinking is missing; there is a hole in the sequence before done (message 2): /seq 2 has not come
            started, thinking seq=2, done seq=6            | there is a hole in the sequence before done (message 3): /seq 3 to 5 have not come
            started seq=2, thinking seq=3, done seq=4      | there is a hole in the sequence before started (message 1): /seq 1 has not come
            started, started, thinking, done               | started (message 2) is duplicate: no more than 1 may come
            started, thinking, thinking id=e2 seq=2, done seq=3 | thinking (message 3) is duplicate: /id is that of message 2
            started, thinking, thinking seq=2, done seq=3  | thinking (message 3) is duplicate: /seq is that of message 2
            started, thinking, tool, tool, done            | tool (message 4) is duplicate: no more than 1 may come
            started, thinking, done, completed             | completed (message 4) is duplicate: no more than 1 may come
            started, thinking at=1020, done                | thinking (message 2) is late: 1.010 s after the first event, not within 1 s
            started, thinking, thinking at=2000, done      |
            started at=5100, thinking, done at=25050       | done (message 3) is late: 20.050 s after the assertion began, not within 20 s
            started at=6200, thinking, done                | started (message 1) is late: 1.200 s after the assertion began, not within 1 s
            started at=5900, thinking at=6950, done        | thinking (message 2) is late: 1.050 s after the first event, not within 1 s
            started, thinking, done at=25020               | done (message 3) is late: 25.010 s after the first event, not within 20 s
            thinking seq=2, thinking seq=3, started seq=1, done | started (message 3) is out of order: it came after thinking
            started, done seq=3, thinking seq=2            | done (message 2) is out of order: it came before thinking
            thinking seq=2, started seq=1, done            | thinking (message 1) is out of order: it came before started
            started, tool seq=3, thinking seq=2, done      | tool (message 2) is out of order: it came before thinking
            started, thinking seq=3, thinking seq=2, done  | thinking (message 2) is out of order: it came before thinking
            started, started run=r2, thinking seq=2, done seq=3 | started (message 2) is foreign: /run is r2
            started, tool run=-, thinking seq=2, done seq=3     | tool (message 2) is foreign: it has no /run
            started, thinking, done user=bob               | done (message 3) is of another user: /user is bob
            started, done run=r2 user=bob, thinking seq=2, done seq=3 | done (message 2) is of another user: /user is bob
            started, thinking words=0, done                | thinking (message 2) is misshapen: words
            started, thinking id=-, done                   | thinking (message 2) is misshapen: it has no /id
            started, thinking user=-, done                 | thinking (message 2) is misshapen: it has no /user
            started, thinking seq=x, done seq=2            | thinking (message 2) is misshapen: what stands at /seq is no whole number
            started, thinking words=0 id=- user=- seq=-, done seq=2 | thinking (message 2) is misshapen: it has no /user; it has no /id; what stands at /seq is no whole number; and 1 more
            thinking words=0, thinking, started            | done is missing; started (message 3) is out of order: it came after thinking; thinking (message 1) is misshapen: words
            """)
    void everyBreachHasItsWord(String arrived, String breaches) {
        assertThat(breaches(AgentRun.contract(), arrived, "")).isEqualTo(breaches == null ? "" : breaches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            started, thinking, done                | done id=e3 seq=3 at=15  | done is missing; done (message 3) is sent by this client
            started, thinking, done                | done id=e3 seq=3 at=35  | done is sent by this client
            started, thinking, done                | tool id=e9 at=15        | tool is sent by this client
            started, thinking, done                | tool id=e9 run=r7 at=15 |
            started, tool run=r7, thinking seq=2, done seq=3 | tool run=r7 id=e2 seq=2 at=5 | tool (message 2) is sent by this client
            """)
    void eventsAreTheServicesToSend(String arrived, String sent, String breaches) {
        assertThat(breaches(AgentRun.contract(), arrived, sent)).isEqualTo(breaches == null ? "" : breaches);
    }

    @Test
    void withoutAnOrderTheEventsComeAsTheyLike() {
        EventContract contract = AgentRun.contract(false, Duration.ofSeconds(20), Duration.ofSeconds(1));

        assertThat(breaches(contract, "done, thinking, started", "")).isEmpty();
        assertThat(breaches(contract, "done seq=2, thinking seq=1, started", ""))
                .isEqualTo("done (message 1) is out of order: it came before thinking");
    }

    @Test
    void eachSubjectIsJudgedOnItsOwn() {
        assertThat(breaches(
                        AgentRun.contract(),
                        "started, started run=r2 seq=1, done run=r2 seq=2, thinking seq=2, done seq=3, done run=r3",
                        "",
                        "r1",
                        "r2"))
                .isEqualTo("thinking of r2 is missing; done (message 6) is foreign: /run is r3");
    }

    @Test
    void anIdIsUniqueAmongAllSubjects() {
        assertThat(breaches(
                        AgentRun.contract(),
                        "started, thinking, done, started run=r2 seq=1, thinking run=r2 seq=2 id=e2, done run=r2 seq=2",
                        "",
                        "r1",
                        "r2"))
                .isEqualTo("thinking of r2 is missing; "
                        + "thinking (message 5) of r2 is duplicate: /id is that of message 2");
    }

    @Test
    void aContractThatNamesNoPlacesKnowsTypesAlone() {
        assertThat(breaches(
                        AgentRun.plain(), "started run=r9 user=bob id=e1, done id=e1 seq=9, done", "", new String[0]))
                .isEmpty();
        assertThat(breaches(AgentRun.plain(), "done, started", "", new String[0]))
                .isEqualTo("done is missing: 1 of at least 2 came; "
                        + "done (message 1) is out of order: it came before started");
    }

    private static String breaches(EventContract contract, String arrived, String sent) {
        return breaches(contract, arrived, sent, "r1");
    }

    private static String breaches(EventContract contract, String arrived, String sent, String... subjects) {
        ContractTerms terms =
                new ContractTerms(contract, List.<Object>of((Object[]) subjects), Set.of("alice", "u-1"), CALLED);
        List<String> words = new ContractJudge(
                        terms,
                        (rule, text) -> rule.schema() != null && text.contains("\"words\":\"0\"")
                                ? List.of("words")
                                : List.of())
                .breaches(events(arrived, 1), events(sent, 0)).stream()
                        .map(breach -> breach.inWords(subjects.length > 1))
                        .toList();
        return String.join("; ", words);
    }

    private static List<ContractEvent> events(String written, int firstNumber) {
        List<ContractEvent> events = new ArrayList<>();
        long at = 0;
        for (String event : written.isEmpty() ? List.<String>of() : List.of(written.split(", "))) {
            int place = events.size() + 1;
            String[] words = event.split(" ");
            Map<String, Object> fields = new LinkedHashMap<>(Map.of("run", "r1", "user", "alice"));
            fields.put("type", words[0]);
            fields.put("id", "e" + place);
            fields.put("seq", place);
            at += 10;
            for (int i = 1; i < words.length; i++) {
                String[] field = words[i].split("=");
                if (field[0].equals("at")) {
                    at = Long.parseLong(field[1]);
                } else if (field[1].equals("-")) {
                    fields.remove(field[0]);
                } else {
                    fields.put(
                            field[0],
                            field[0].equals("seq") && !field[1].equals("x") ? Integer.valueOf(field[1]) : field[1]);
                }
            }
            String text = JsonText.write(fields);
            events.add(new ContractEvent(
                    firstNumber * place,
                    words[0],
                    text,
                    JsonText.parse(text),
                    Duration.ofMillis(at).toNanos()));
        }
        return events;
    }
}
