package dev.goldenpath.runlog;

import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.OutageSign;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.runlog.EvidenceIndex.Entry;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds in the evidence of tests that did not pass what looks like an outage. A log in which all passed is not read once
 * more, and of any other only the newest traffic of such tests, without messages.
 */
final class LoggedSigns {
    private static final Set<Verdict> TROUBLED =
            EnumSet.of(Verdict.FAILED, Verdict.BLOCKED, Verdict.ERROR, Verdict.SUSPECT);
    private static final Set<String> TRAFFIC = Set.of(HttpExchange.KIND, WsHandshake.KIND, WsClose.KIND);
    /** Of one attempt: what ended it is among the last it did. */
    private static final int NEWEST = 500;

    private static final int ACCEPTED = 101;

    private final List<Met> met = new ArrayList<>();

    private LoggedSigns() {}

    /** A sign, and what it was met at: when the same is answered later, the sign is taken back. */
    private record Met(String call, OutageSign sign) {}

    /** The same tests of one log, those that did not pass with their signs. */
    static List<LoggedTest> addedTo(List<LoggedTest> tests, EvidenceIndex evidence) throws IOException {
        List<LoggedTest> all = new ArrayList<>();
        try (EvidenceLines lines = new EvidenceLines()) {
            for (LoggedTest test : tests) {
                Optional<LoggedAttempt> last = test.last().filter(each -> TROUBLED.contains(each.verdict()));
                all.add(last.isEmpty() ? test : test.with(of(newest(evidence, test, last.get()), lines)));
            }
        }
        return all;
    }

    private static List<Entry> newest(EvidenceIndex evidence, LoggedTest test, LoggedAttempt attempt) {
        List<Entry> traffic = evidence.of(test).stream()
                .filter(entry -> TRAFFIC.contains(entry.kind()))
                .filter(entry -> Objects.equals(entry.place().attempt(), attempt.number()))
                .toList();
        return traffic.subList(Math.max(0, traffic.size() - NEWEST), traffic.size());
    }

    private static List<OutageSign> of(List<Entry> traffic, EvidenceLines lines) throws IOException {
        LoggedSigns signs = new LoggedSigns();
        for (Entry entry : traffic) {
            signs.take(entry, lines);
        }
        return signs.met.stream().map(Met::sign).toList();
    }

    private void take(Entry head, EvidenceLines lines) throws IOException {
        EvidencePlace place = head.place();
        Instant at = place.startedAt();
        switch (head.kind()) {
            case HttpExchange.KIND -> {
                HttpExchange exchange = lines.exchange(place).bare().evidence();
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
