package dev.goldenpath.runlog;

import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.OutageSign;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds in the evidence of tests that did not pass what looks like an outage. A log in which all passed is not read once
 * more, and of any other only the newest traffic of such tests, without messages.
 */
final class LoggedSigns {
    private static final Set<Verdict> TROUBLED =
            EnumSet.of(Verdict.FAILED, Verdict.BLOCKED, Verdict.ERROR, Verdict.SUSPECT);
    /** Of one attempt: what ended it is among the last it did. */
    private static final int NEWEST = 500;

    private static final int ACCEPTED = 101;

    private final List<Met> met = new ArrayList<>();

    private LoggedSigns() {}

    /** The attempt of a test. */
    private record Key(String test, int attempt) {}

    /** A sign, and what it was met at: when the same is answered later, the sign is taken back. */
    private record Met(String call, OutageSign sign) {}

    /** The same tests of one log, those that did not pass with their signs. */
    static List<LoggedTest> addedTo(List<LoggedTest> tests, Path log) throws IOException {
        Map<Key, Deque<EvidenceHead>> heads = new HashMap<>();
        tests.forEach(test -> key(test).ifPresent(key -> heads.put(key, new ArrayDeque<>())));
        if (heads.isEmpty()) {
            return tests;
        }
        EvidenceHead.Reader reader = new EvidenceHead.Reader(EvidenceHead.TRAFFIC);
        WholeLines.of(log, (line, offset) -> reader.read(line, 0, offset).ifPresent(head -> add(head, heads)));
        List<LoggedTest> all = new ArrayList<>();
        try (EvidenceLines lines = new EvidenceLines(List.of(log))) {
            for (LoggedTest test : tests) {
                Optional<Key> key = key(test);
                all.add(key.isEmpty() ? test : test.with(of(heads.getOrDefault(key.get(), new ArrayDeque<>()), lines)));
            }
        }
        return all;
    }

    private static Optional<Key> key(LoggedTest test) {
        return test.last()
                .filter(last -> TROUBLED.contains(last.verdict()))
                .map(last -> new Key(test.plan().test(), last.number()));
    }

    private static void add(EvidenceHead head, Map<Key, Deque<EvidenceHead>> heads) {
        EvidencePlace place = head.place();
        if (head.kind().equals(WsMessage.KIND) || place.test() == null || place.attempt() == null) {
            return;
        }
        Deque<EvidenceHead> ofTest = heads.get(new Key(place.test(), place.attempt()));
        if (ofTest != null) {
            ofTest.add(head);
            if (ofTest.size() > NEWEST) {
                ofTest.removeFirst();
            }
        }
    }

    private static List<OutageSign> of(Deque<EvidenceHead> heads, EvidenceLines lines) throws IOException {
        List<EvidenceHead> inOrder = new ArrayList<>(heads);
        inOrder.sort((one, other) -> EvidencePlace.BY_BEGIN.compare(one.place(), other.place()));
        LoggedSigns signs = new LoggedSigns();
        for (EvidenceHead head : inOrder) {
            signs.take(head, lines);
        }
        return signs.met.stream().map(Met::sign).toList();
    }

    private void take(EvidenceHead head, EvidenceLines lines) throws IOException {
        EvidencePlace place = head.place();
        Instant at = place.startedAt();
        switch (head.kind()) {
            case HttpExchange.KIND -> {
                HttpExchange exchange = lines.read(place, HttpExchange.class).evidence();
                boolean answered = exchange.status() != null && exchange.failure() == null;
                take(exchange.method() + " " + exchange.url(), OutageSign.of(exchange, at), answered);
            }
            case WsHandshake.KIND -> {
                WsHandshake handshake = lines.read(place, WsHandshake.class).evidence();
                boolean accepted = handshake.status() != null && handshake.status() == ACCEPTED;
                take(handshake.service(), OutageSign.of(handshake, at), accepted);
            }
            default -> {
                WsClose close = lines.read(place, WsClose.class).evidence();
                take(close.service(), OutageSign.of(close, at), false);
            }
        }
    }

    private void take(String call, Optional<OutageSign> sign, boolean answered) {
        if (sign.isPresent()) {
            met.add(new Met(call, sign.get()));
        } else if (answered) {
            met.removeIf(each -> each.call().equals(call));
        }
    }
}
