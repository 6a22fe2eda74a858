package dev.goldenpath.report;

import dev.goldenpath.cause.RootCause;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.report.Strip.Bar;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws one service over the time of a run: its states, its revisions, and when root causes say that it was not there. */
final class ServiceStrip {
    static final int BARS_SHOWN = 300;
    private static final int WORDS = 40;

    private final RunAccount account;
    private final Html html;
    private final RunSpan span;
    private final Strip strip;

    ServiceStrip(RunAccount account, Html html, RunSpan span) {
        this.account = account;
        this.html = html;
        this.span = span;
        this.strip = new Strip(html, span);
    }

    void write(ServiceView service, List<Stretch> stretches) throws IOException {
        strip.write(() -> {
            parts();
            states(stretches);
            revisions(service.revisions());
            outages(service.name());
            strip.axis();
        });
    }

    private void parts() throws IOException {
        Instant first = span.firstTest();
        Instant last = span.lastTest();
        if (first != null && last != null) {
            strip.lane(
                    () -> html.text("tests"),
                    "tests ran from " + TimeOfDay.of(first) + " to " + TimeOfDay.of(last) + " UTC",
                    List.of(
                            new Bar(span.from(), first, "part", "before"),
                            new Bar(first, last, "part during", "during"),
                            new Bar(last, span.to(), "part", "after")));
        }
    }

    /** A lane a state that was met, the best on top: where none has a bar, nobody knows. */
    private void states(List<Stretch> stretches) throws IOException {
        Map<String, List<Bar>> lanes = new LinkedHashMap<>();
        for (ServiceState state : ServiceState.values()) {
            lanes.put(state.word(), new ArrayList<>());
        }
        lanes.put(Stretch.UNKNOWN, new ArrayList<>());
        for (int i = 0; i < Math.min(BARS_SHOWN, stretches.size()); i++) {
            Stretch stretch = stretches.get(i);
            // Where the next says the same of it, only who said it, or why, has changed.
            boolean lasts =
                    i + 1 < stretches.size() && stretches.get(i + 1).word().equals(stretch.word());
            Instant to = lasts ? stretches.get(i + 1).from() : stretch.to();
            lanes.getOrDefault(stretch.word(), new ArrayList<>())
                    .add(new Bar(stretch.from(), to, "state state-" + stretch.word(), null));
        }
        for (Map.Entry<String, List<Bar>> lane : lanes.entrySet()) {
            if (!lane.getValue().isEmpty()) {
                strip.lane(
                        () -> new Marks(html).state(lane.getKey()),
                        lane.getKey() + " " + times(lane.getValue()),
                        lane.getValue());
            }
        }
    }

    private void revisions(List<Sighting<Revision>> revisions) throws IOException {
        List<Bar> bars = new ArrayList<>();
        String before = "";
        for (Sighting<Revision> next : revisions) {
            String words = Excerpt.cut(next.evidence().revision(), WORDS);
            int last = bars.size() - 1;
            if (last >= 0 && words.equals(before)) {
                bars.set(last, new Bar(bars.get(last).from(), next.at(), "revision", words));
            } else {
                bars.add(new Bar(next.at(), next.at(), "revision", words));
            }
            before = words;
        }
        if (!bars.isEmpty()) {
            String told = bars.stream()
                    .limit(WORDS)
                    .map(bar -> bar.words() + " from " + TimeOfDay.of(bar.from()))
                    .collect(Collectors.joining(", then "));
            strip.lane(
                    () -> html.text("revision"),
                    "revision " + told,
                    bars.subList(0, Math.min(BARS_SHOWN, bars.size())));
        }
    }

    private void outages(String service) throws IOException {
        List<RootCause> causes = account.causes().all();
        for (int i = 0; i < causes.size(); i++) {
            if (service.equals(causes.get(i).service())) {
                outage(i + 1, causes.get(i));
            }
        }
    }

    private void outage(int number, RootCause cause) throws IOException {
        List<Bar> bars = cause.outages().stream()
                .limit(BARS_SHOWN)
                .map(outage -> {
                    Instant until = outage.until();
                    return new Bar(outage.since(), until == null ? span.to() : until, "outage", null);
                })
                .toList();
        strip.lane(
                () -> html.element("a", Map.of("href", "#cause-" + number), "root cause " + number),
                "root cause " + number + " " + times(bars),
                bars);
    }

    private static String times(List<Bar> bars) {
        return bars.stream()
                .limit(WORDS)
                .map(bar -> bar.from().equals(bar.to())
                        ? "at " + TimeOfDay.of(bar.from())
                        : "from " + TimeOfDay.of(bar.from()) + " to " + TimeOfDay.of(bar.to()))
                .collect(Collectors.joining(", "));
    }
}
