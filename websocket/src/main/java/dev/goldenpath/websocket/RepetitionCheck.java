package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** None of the events of an order may come more often than the order says. */
record RepetitionCheck(EventSequence expected, QuietFor quiet) implements EventCheck {

    @Override
    public Optional<EventMismatch> of(EventCursor events) {
        Map<String, Long> most =
                expected.steps().stream().collect(Collectors.groupingBy(ExpectedEvent::type, Collectors.counting()));
        expected.steps().stream().filter(ExpectedEvent::repeats).forEach(step -> most.remove(step.type()));
        Map<String, List<String>> times = new HashMap<>();
        for (Optional<Arrival> event = events.next(); event.isPresent(); event = events.next()) {
            String type = events.name(event.get());
            Long limit = most.get(type);
            if (limit == null) {
                continue;
            }
            events.restOn(event.get());
            List<String> all = times.computeIfAbsent(type, key -> new ArrayList<>());
            all.add(events.time(event.get()));
            if (all.size() > limit) {
                return mismatch("Expected each event once, but " + type + " arrived " + all.size() + " times, "
                        + Words.listed(all) + ".");
            }
        }
        return events.endedEarly()
                .flatMap(words -> mismatch("Expected to watch for repeated events for "
                        + Periods.inWords(quiet.period()) + ", but " + words + "."));
    }

    private Optional<EventMismatch> mismatch(String headline) {
        return Optional.of(EventMismatch.of(headline, expected.steps()));
    }
}
