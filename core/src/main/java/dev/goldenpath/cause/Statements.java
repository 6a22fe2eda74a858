package dev.goldenpath.cause;

import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.ServiceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Says in words what probes have seen. */
final class Statements {
    private static final int LONGEST = 200;

    private Statements() {}

    /** What is wrong with a service, for example {@code redis failed, says backend}. */
    static String headline(Probe probe) {
        String state = switch (probe.state()) {
            case FAILED -> " failed";
            case CONTRADICTORY -> " contradicts itself";
            case HEALTHY, DEGRADED, UNREACHABLE -> " is " + probe.state().word();
        };
        String said = probe.teller().map(teller -> ", says " + teller).orElse("");
        return probe.service() + state + said + both(probe, Statements::withoutBody);
    }

    /** What contradicts what; empty where nothing does. */
    private static String both(Probe probe, UnaryOperator<String> form) {
        if (probe.state() != ServiceState.CONTRADICTORY) {
            return "";
        }
        Optional<String> liveness = words(probe, "liveness").map(form);
        Optional<String> health = words(probe, "health").map(form);
        return liveness.isPresent() && health.isPresent()
                ? ": liveness says " + liveness.get() + ", deep health says " + health.get()
                : "";
    }

    private static Optional<String> words(Probe probe, String kind) {
        return probe.checks().stream()
                .filter(check -> check.kind().equals(kind))
                .map(check -> line(check.words()))
                .findFirst();
    }

    private static String words(Probe probe) {
        return probe.asked() == 0 ? "no answer yet" : probe.words();
    }

    /** An answer without what stands in it: {@code GET … → 503}. */
    private static String withoutBody(String answer) {
        return answer.replaceFirst("( → \\d{3}), [{\\[].*", "$1");
    }

    /** The way from what was met down to the root, and to where the evidence ends. */
    static List<Why> along(List<Step> way) {
        List<Why> whys = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            whys.add(of(way.get(i), i == way.size() - 1));
        }
        whys.add(Why.OPEN);
        return whys;
    }

    private static Why of(Step step, boolean root) {
        Seen<Probe> seen = step.probe();
        if (seen == null) {
            return new Why(step.service() + " can't do without it", Standing.INFERRED, "from depends-on");
        }
        Probe probe = seen.what();
        String what;
        String both = both(probe, UnaryOperator.identity());
        if (root) {
            what = both.isEmpty() ? headline(probe) : probe.service() + " contradicts itself" + both;
        } else {
            what = probe.service() + (probe.ready() ? " is " + probe.state().word() : " is not ready");
        }
        String words = root && !both.isEmpty() ? "" : line(words(probe));
        return new Why(words.isEmpty() ? what : what + ": " + words, Standing.CONFIRMED, seen.reference());
    }

    /** The first line, without the full stop behind it. */
    private static String line(String words) {
        String first = words.lines().findFirst().orElse("").strip();
        String cut = first.length() > LONGEST ? first.substring(0, LONGEST) + " …" : first;
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
